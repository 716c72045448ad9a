package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.testkit.contract.SampleStates;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Waits where Lambda delivers what is sent at once: a run that waits must not invoke itself over
 * and over.
 */
class WaitsTest {
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"deals\"}";
  private static final String GO_ON =
      "{\"action\":\"continue\",\"connection\":\"lev\",\"resource\":\"deals\"}";

  /** Time for about three pages; what is asked to wait then has none left. */
  private static final Duration SHORT = Duration.ofSeconds(90);

  private final Bench lev = Bench.lev(95);

  @AfterEach
  void close() {
    lev.close();
  }

  private void throttledAtTheThirdPage(int seconds) {
    lev.simulator
        .quirks()
        .add(
            "deals",
            Schedule.at(3),
            new LevQuirk.RateLimited(LevErrorShape.MARCH_2026, RetryHint.ABSENT, seconds));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 6, 15, 20})
  void that_do_not_fit_the_end_of_a_leg_are_spent_inside_the_next(int seconds) {
    throttledAtTheThirdPage(seconds);
    JsonNode first = lev.invoke(SYNC, SHORT);
    assertThat(first.path("outcome").asText()).isEqualTo("waiting");
    assertThat(lev.sent).containsExactly(new Bench.Sent(OneInvocation.ARN, GO_ON));
    JsonNode last = lev.drive(GO_ON, Bench.LONG);
    assertThat(last.path("outcome").asText()).isEqualTo("completed");
    assertThat(lev.invocations()).isEqualTo(2);
    assertThat(lev.clock.paused()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(seconds));
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
  }

  @Test
  void that_no_leg_is_long_enough_for_are_left_to_the_sweep() {
    throttledAtTheThirdPage(90);
    lev.invoke(SYNC, SHORT);
    assertThat(lev.sent).isEmpty();
    for (String early : new String[] {GO_ON, SYNC, GO_ON}) {
      assertThat(lev.invoke(early, SHORT).path("outcome").asText()).isEqualTo("waiting");
      assertThat(lev.sent).isEmpty();
    }
    assertThat(lev.sweep()).isEmpty();
    lev.clock.advance(Duration.ofSeconds(90));
    assertThat(lev.sweep()).containsExactly(GO_ON);
    assertThat(lev.drive(GO_ON, Bench.LONG).path("outcome").asText()).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 30, 300, 3600})
  void cost_a_bounded_number_of_invocations_however_long_they_are(int seconds) {
    throttledAtTheThirdPage(seconds);
    JsonNode last = lev.drive(SYNC, SHORT);
    assertThat(last.path("outcome").asText()).isEqualTo("completed");
    assertThat(lev.invocations())
        .as("the legs that read, and one that the wait costs at most")
        .isLessThanOrEqualTo(last.path("legs").asInt() + 1);
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
  }

  @Test
  void a_run_whose_own_settings_fit_the_definition_no_more_is_refused_with_the_remedy() {
    lev.states.write(
        lev.key("deals"),
        ResourceState.NEVER_RUN,
        new ResourceState(1, 1, "w", null, 0, new Phase.InFlight(SampleStates.progress()), null));
    JsonNode answer = lev.invoke(GO_ON, Duration.ofSeconds(4));
    assertThat(answer.path("outcome").asText()).isEqualTo("refused");
    assertThat(answer.path("reason").asText()).contains("do not fit the definition", "cancel it");
  }

  @Test
  void that_an_invocation_cannot_outlast_are_no_reason_to_invoke_itself() {
    Instant until = lev.clock.instant().plusSeconds(3);
    lev.states.write(
        lev.key("deals"),
        ResourceState.NEVER_RUN,
        new ResourceState(
            1,
            1,
            "w",
            null,
            0,
            new Phase.Waiting(SampleStates.begun(), until, "rate limited (429)"),
            null));
    JsonNode answer = lev.invoke(GO_ON, Duration.ofSeconds(4));
    assertThat(answer.path("outcome").asText()).isEqualTo("waiting");
    assertThat(answer.path("until").asText()).isEqualTo(until.toString());
    assertThat(lev.sent).isEmpty();
    assertThat(lev.clock.paused()).isZero();
  }
}
