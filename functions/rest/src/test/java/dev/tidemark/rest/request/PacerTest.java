package dev.tidemark.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.rest.definition.Rate;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  @Test
  void lets_a_full_window_through_as_a_burst_and_then_one_for_each_that_leaves_it() {
    Pacer pacer = new Pacer(new Rate.Bucket(3, Duration.ofMinutes(1)));
    for (int second = 0; second < 3; second++) {
      assertThat(pacer.take(NOW.plusSeconds(second))).isNull();
    }
    assertThat(pacer.take(NOW.plusSeconds(2))).isEqualTo(NOW.plusSeconds(60));
    assertThat(pacer.take(NOW.plusSeconds(60))).isNull();
    assertThat(pacer.take(NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(61));
    assertThat(pacer.take(NOW.plusSeconds(90))).isNull();
  }

  @Test
  void without_a_limit_waits_only_where_the_server_says_so() {
    Pacer pacer = new Pacer(null);
    for (int i = 0; i < 1000; i++) {
      assertThat(pacer.take(NOW)).isNull();
    }
    pacer.hold(NOW.plusSeconds(42));
    pacer.hold(NOW.plusSeconds(5));
    assertThat(pacer.take(NOW)).isEqualTo(NOW.plusSeconds(42));
    assertThat(pacer.take(NOW.plusSeconds(42))).isNull();
  }

  @Test
  void holds_a_request_back_without_making_it() throws InterruptedException {
    CannedTransport transport = new CannedTransport().then(503, "");
    Desk desk =
        Desk.at(
            Desk.account("lev", URI.create("https://api.lev.com"), "lev_sk_x", Map.of("rate", "1")),
            "deals",
            transport,
            NOW);
    desk.first();
    assertThat(desk.first()).isEqualTo(new Throttled(NOW.plusSeconds(60), false, null));
    assertThat(transport.asked()).hasSize(1);
  }
}
