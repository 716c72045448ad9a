package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.sync.event.EventException;
import dev.tidemark.sync.event.EventWriter;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection of the sandbox, whose base URL is then that of production. */
class BoundConnectionTest {
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"deals\"}";
  private static final String REBIND = "{\"action\":\"rebind\"}";
  private static final Duration SHORT = Duration.ofSeconds(75);

  private final Bench sandbox = Bench.lev(60);
  private final Bench live = Bench.of("lev", DatasetPlan.of(9, 25), 10);
  private final Bench moved = sandbox.askedAt(live);

  @AfterEach
  void close() {
    sandbox.close();
    live.close();
  }

  private static String outcome(JsonNode answer) {
    return answer.path("outcome").asText();
  }

  private String sandboxOrigin() {
    return "http://127.0.0.1:" + sandbox.simulator.baseUri().getPort();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SYNC,
        "{\"action\":\"sync\",\"resource\":\"deals\",\"mode\":\"reconcile\"}",
        "{\"action\":\"sync\",\"resource\":\"deals\",\"maxRecords\":5}",
        "{\"action\":\"sync\",\"resource\":\"contacts\"}",
        "{\"action\":\"backfill\",\"resource\":\"deals\",\"from\":\"2020-01-01T00:00:00Z\"}",
        "{\"action\":\"refresh\",\"resource\":\"deals\",\"ids\":[\"1\"]}"
      })
  void whatever_is_asked_for_is_refused_before_a_page_is_read(String event) {
    assertThat(outcome(sandbox.drive(SYNC, Bench.LONG))).isEqualTo("completed");
    var states = sandbox.states.keys("lev");
    JsonNode answer = moved.drive(event, Bench.LONG);
    assertThat(outcome(answer)).isEqualTo("refused");
    assertThat(answer.path("reason").asText())
        .startsWith("connection lev belongs to " + sandboxOrigin() + ", not to http://127.0.0.1:")
        .endsWith("; name another with --connection, or rebind");
    assertThat(live.simulator.log().entries()).isEmpty();
    assertThat(sandbox.states.keys("lev")).containsExactlyInAnyOrderElementsOf(states);
    assertThat(sandbox.published("deals")).isEqualTo(sandbox.truth("deals"));
  }

  @Test
  void a_place_in_one_account_is_not_carried_to_another_by_a_continuation() {
    assertThat(outcome(sandbox.invoke(SYNC, SHORT))).isEqualTo("in-flight");
    var before = sandbox.states.read(sandbox.key("deals"));
    assertThat(outcome(moved.invoke(EventWriter.goOn(moved.key("deals")), Bench.LONG)))
        .isEqualTo("refused");
    assertThat(sandbox.states.read(sandbox.key("deals"))).isEqualTo(before);
    assertThat(outcome(sandbox.drive(SYNC, Bench.LONG))).isEqualTo("completed");
    assertThat(sandbox.published("deals")).isEqualTo(sandbox.truth("deals"));
  }

  @Test
  void a_base_url_that_answers_nothing_binds_nothing() {
    live.simulator.close();
    assertThat(outcome(moved.drive(SYNC, Bench.LONG))).isEqualTo("failed");
    assertThat(sandbox.bindings.read("lev")).isNull();
    assertThat(outcome(sandbox.drive(SYNC, Bench.LONG))).isEqualTo("completed");
    assertThat(Objects.requireNonNull(sandbox.bindings.read("lev")).account().origin())
        .isEqualTo(sandboxOrigin());
  }

  @Test
  void a_rebind_waits_for_what_is_unfinished() {
    sandbox.invoke(SYNC, SHORT);
    assertThatThrownBy(() -> moved.invoke(REBIND, SHORT))
        .isInstanceOf(EventException.class)
        .hasMessageContaining("cancel it first: tidemark cancel lev deals");
    assertThat(Objects.requireNonNull(sandbox.bindings.read("lev")).account().origin())
        .isEqualTo(sandboxOrigin());
  }

  @Test
  void after_a_rebind_the_other_account_is_read_from_its_begin() {
    sandbox.drive(SYNC, Bench.LONG);
    JsonNode rebound = moved.invoke(REBIND, SHORT);
    assertThat(outcome(rebound)).isEqualTo("applied");
    assertThat(rebound.path("before").path("origin").asText()).isEqualTo(sandboxOrigin());
    assertThat(rebound.path("now").path("origin").asText())
        .isEqualTo("http://127.0.0.1:" + live.simulator.baseUri().getPort());
    assertThat(rebound.path("forgotten")).extracting(JsonNode::asText).containsExactly("deals");
    assertThat(outcome(moved.invoke(REBIND, SHORT))).isEqualTo("unchanged");
    JsonNode answer = moved.drive(SYNC, Bench.LONG);
    assertThat(outcome(answer)).isEqualTo("completed");
    assertThat(answer.path("tally").path("records").asInt()).isEqualTo(25);
    assertThat(outcome(sandbox.drive(SYNC, Bench.LONG))).isEqualTo("refused");
  }

  @Test
  void the_same_account_at_another_address_keeps_its_checkpoints() {
    sandbox.drive(SYNC, Bench.LONG);
    JsonNode rebound = moved.invoke("{\"action\":\"rebind\",\"sameAccount\":true}", SHORT);
    assertThat(outcome(rebound)).isEqualTo("applied");
    assertThat(rebound.path("forgotten")).isEmpty();
    assertThat(sandbox.states.read(sandbox.key("deals")).checkpoint())
        .isNotNull()
        .matches(checkpoint -> !checkpoint.holdsNothing());
  }
}
