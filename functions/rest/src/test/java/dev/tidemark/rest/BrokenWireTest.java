package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import dev.tidemark.simulators.server.Quirk;
import dev.tidemark.simulators.server.ReplyQuirk;
import dev.tidemark.simulators.server.ServerSettings;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What proxies and networks do to an answer: none of it is an end of data, and all of it passes.
 */
class BrokenWireTest {
  private final Lev lev = Lev.start(ServerSettings.defaults().withResets(), DatasetPlan.of(1, 45));
  private final Desk desk = Desk.at(Desk.lev(lev), "deals");

  @AfterEach
  void close() {
    desk.close();
    lev.close();
  }

  static Stream<Quirk> passing() {
    return Stream.of(
        new ReplyQuirk.Html(200),
        new ReplyQuirk.Html(502),
        new ReplyQuirk.NoContent(),
        new ReplyQuirk.EmptyBody(),
        new ReplyQuirk.Canned(200, "application/json", "{\"data\":"),
        new ReplyQuirk.Canned(200, "application/json", "{}"),
        new ReplyQuirk.Canned(409, "application/json", "{\"error\":\"busy\"}"),
        new ReplyQuirk.Canned(408, "text/plain", "timeout"),
        new ReplyQuirk.Canned(522, "text/html", "<html>"),
        new Delivery.ShortBody(1),
        new Delivery.ShortBody(3000),
        new Delivery.ChunkedCut(0),
        new Delivery.ChunkedCut(500),
        new Delivery.HungUp(),
        new Delivery.Reset(0),
        new Delivery.Reset(700));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void what_may_pass_is_unavailable_and_the_next_attempt_succeeds(Quirk quirk)
      throws InterruptedException {
    lev.quirks().add("deals", Schedule.at(1), quirk);
    PageOutcome outcome = desk.first();
    assertThat(outcome).isInstanceOf(Unavailable.class);
    assertThat(((Unavailable) outcome).reason()).contains("127.0.0.1");
    assertThat(desk.first()).isInstanceOf(Delivered.class);
    assertThat(lev.log().count("deals")).as("attempts").isEqualTo(2);
  }

  @Test
  void a_page_of_html_says_so() throws InterruptedException {
    lev.quirks().add("deals", new ReplyQuirk.Html(200));
    assertThat(((Unavailable) desk.first()).reason()).contains("HTML", "is the base URL right?");
  }

  @Test
  void a_body_that_drips_is_broken_off_at_the_limit() throws InterruptedException {
    lev.quirks().add("deals", new Delivery.Dripping(1, Duration.ofMillis(20)));
    PageOutcome outcome = desk.read(null, null, Duration.ofMillis(300));
    assertThat(outcome).isInstanceOf(Unavailable.class);
  }

  @Test
  void a_silent_server_is_broken_off_at_the_limit() throws InterruptedException {
    lev.quirks().add("deals", new Delivery.Delayed(Duration.ofSeconds(5)));
    PageOutcome outcome = desk.read(null, null, Duration.ofMillis(200));
    assertThat(((Unavailable) outcome).reason()).contains("no answer within");
  }

  @Test
  void a_redirect_is_not_followed_and_the_credential_goes_nowhere() throws InterruptedException {
    try (Lev other = Lev.start(DatasetPlan.of(1, 1))) {
      String path = "/api/external/v2/deals";
      lev.quirks()
          .add("deals", Schedule.at(1), new ReplyQuirk.Redirect(other.baseUri().resolve(path)));
      assertThat(((Refused) desk.first()).reason()).contains("302", "redirects are not followed");
      lev.quirks()
          .add("deals", Schedule.at(1), new ReplyQuirk.Redirect(lev.baseUri().resolve(path)));
      assertThat(desk.first()).as("to the same host").isInstanceOf(Refused.class);
      assertThat(other.log().count()).isZero();
      assertThat(lev.log().count()).isEqualTo(2);
    }
  }

  @Test
  void a_packed_page_is_unpacked() throws InterruptedException {
    lev.quirks().add("deals", new ReplyQuirk.Gzip());
    assertThat(desk.first()).isInstanceOf(Delivered.class);
    assertThat(desk.taken().records())
        .extracting(record -> record.json())
        .containsExactlyElementsOf(lev.truth("deals").values().stream().limit(20).toList());
  }

  @Test
  void a_page_of_json_is_read_under_whatever_type() throws InterruptedException {
    lev.quirks().add("deals", new ReplyQuirk.ContentType("text/html; charset=utf-8"));
    assertThat(desk.first()).isInstanceOf(Delivered.class);
  }
}
