package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.ReplyQuirk;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What proxies and networks do to a token on its way: it is asked for again, and none is used. */
class BrokenTokenTest {
  private final AskElephant ask =
      AskElephant.start(ServerSettings.defaults().withResets(), DatasetPlan.of(1, 3));
  private final Desk desk =
      Desk.at(
          Desk.account(
              "askelephant",
              ask.baseUri(),
              "{\"clientId\":\""
                  + AskElephant.CLIENT_ID
                  + "\",\"clientSecret\":\""
                  + AskElephant.CLIENT_SECRET
                  + "\"}",
              Map.of("pageSize", "20")),
          "tags");

  @AfterEach
  void close() {
    desk.close();
    ask.close();
  }

  static Stream<Quirk> passing() {
    return Stream.of(
        new Delivery.Dripping(1, Duration.ofMillis(40)),
        new Delivery.Delayed(Duration.ofSeconds(9)),
        new Delivery.ShortBody(9),
        new Delivery.HungUp(),
        new Delivery.Reset(0),
        new ReplyQuirk.Html(200),
        new ReplyQuirk.Html(502),
        new ReplyQuirk.EmptyBody());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void a_token_that_does_not_arrive_is_asked_for_again(Quirk quirk) throws InterruptedException {
    ask.quirks().add("oauth/token", Schedule.at(1), quirk);
    PageOutcome outcome = desk.read(null, null, Duration.ofSeconds(2));
    assertThat(outcome).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable) outcome).reason())
        .contains("127.0.0.1")
        .doesNotContain(AskElephant.CLIENT_SECRET);
    assertThat(desk.first()).isInstanceOf(Delivered.class);
  }
}
