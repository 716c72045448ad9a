package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.traversal.PageOutcome.Throttled;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  @Test
  void lets_a_full_window_through_as_a_burst_and_then_one_for_each_that_leaves_it() {
    Pacer pacer = new Pacer(3);
    for (int second = 0; second < 3; second++) {
      assertThat(pacer.next(NOW.plusSeconds(second))).isEqualTo(NOW.plusSeconds(second));
      pacer.send(NOW.plusSeconds(second));
    }
    assertThat(pacer.next(NOW.plusSeconds(2))).isEqualTo(NOW.plusSeconds(60));
    pacer.send(NOW.plusSeconds(60));
    assertThat(pacer.next(NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(61));
    assertThat(pacer.next(NOW.plusSeconds(90))).isEqualTo(NOW.plusSeconds(90));
  }

  @Test
  void without_a_limit_never_waits() {
    Pacer pacer = new Pacer(0);
    for (int i = 0; i < 1000; i++) {
      assertThat(pacer.next(NOW)).isEqualTo(NOW);
      pacer.send(NOW);
    }
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
