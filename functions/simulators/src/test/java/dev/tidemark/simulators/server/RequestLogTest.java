package dev.tidemark.simulators.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.Client;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  private final Lev lev =
      Lev.start(ServerSettings.defaults().withClock(() -> NOW), DatasetPlan.of(1, 9));
  private final Client client = Client.of(lev);

  @AfterEach
  void close() {
    lev.close();
  }

  @Test
  void an_entry_says_what_was_asked_when_and_how_it_was_answered() {
    client.get("deals", "limit", 5);
    client.get("deals/999");
    LogEntry list = lev.log().entries().getFirst();
    assertThat(list.resource()).isEqualTo("deals");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.request().method()).isEqualTo("GET");
    assertThat(list.request().path()).isEqualTo("/api/external/v2/deals");
    assertThat(list.request().query().first("limit")).isEqualTo("5");
    assertThat(list.request().at()).isEqualTo(NOW);
    assertThat(lev.log().entries("deals/{id}")).extracting(LogEntry::status).containsExactly(404);
  }

  @Test
  void credentials_are_not_logged_and_other_headers_are() {
    client.get("deals");
    Request request = lev.log().entries().getFirst().request();
    assertThat(request.header("Authorization")).isNull();
    assertThat(request.header("X-Origin-App")).isEqualTo("tidemark");
    assertThat(lev.log().entries().toString()).doesNotContain(Lev.API_KEY);
  }

  @Test
  void counts_are_per_resource_and_can_be_forgotten() {
    client.get("deals");
    client.get("deals");
    client.get("contacts");
    assertThat(lev.log().count("deals")).isEqualTo(2);
    assertThat(lev.log().count()).isEqualTo(3);
    lev.log().clear();
    assertThat(lev.log().count()).isZero();
    assertThat(lev.log().entries()).isEmpty();
  }

  @Test
  void a_hook_before_the_answer_is_shown_on_the_page_and_one_before_the_sending_is_not() {
    lev.hooks().beforeAnswer("deals", Schedule.at(1), () -> lev.collection("deals").insert(NOW));
    lev.hooks().beforeSend("deals", Schedule.at(1), () -> lev.collection("deals").insert(NOW));
    assertThat(client.get("deals").json().get("data")).hasSize(10);
    assertThat(client.get("deals").json().get("data")).hasSize(11);
  }

  @Test
  void a_hook_sees_the_log_of_the_request_that_it_holds_up() {
    AtomicLong seen = new AtomicLong();
    lev.hooks().beforeSend("deals", Schedule.at(1), () -> seen.set(lev.log().count("deals")));
    client.get("deals");
    assertThat(seen).hasValue(1);
  }

  @Test
  void a_page_does_not_wait_for_a_delayed_acknowledgement() {
    long start = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      client.get("deals");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }
}
