package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.sync.event.EventException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncHandlerTest {
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"deals\"}";
  private static final String GO_ON =
      "{\"action\":\"continue\",\"connection\":\"lev\",\"resource\":\"deals\"}";

  /** Time for about three pages. */
  private static final Duration SHORT = Duration.ofSeconds(90);

  private final Bench lev = Bench.lev(95);

  @AfterEach
  void close() {
    lev.close();
  }

  private static String outcome(JsonNode answer) {
    return answer.path("outcome").asText();
  }

  @Nested
  class ARunOfSeveralLegs {
    @Test
    void publishes_what_the_api_holds() {
      JsonNode answer = lev.drive(SYNC, SHORT);
      assertThat(outcome(answer)).isEqualTo("completed");
      assertThat(answer.path("legs").asInt()).isGreaterThan(2);
      assertThat(answer.at("/tally/records").asInt()).isEqualTo(95);
      assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
      assertThat(lev.lake.published(lev.key("deals")).records()).doesNotHaveDuplicates();
    }

    @Test
    void publishes_what_an_api_holds_that_is_walked_by_time() {
      try (Bench ask = Bench.askElephant(95)) {
        String event = SYNC.replace("deals", "companies");
        JsonNode answer = ask.drive(event, SHORT);
        assertThat(outcome(answer)).isEqualTo("completed");
        assertThat(answer.path("legs").asInt()).isGreaterThan(2);
        assertThat(answer.at("/checkpoint/watermark").isTextual()).isTrue();
        assertThat(ask.published("companies")).isEqualTo(ask.truth("companies"));
        ask.simulator.collection("companies").insert(ask.clock.instant());
        JsonNode next = ask.drive(event, SHORT);
        assertThat(next.at("/tally/records").asInt()).isEqualTo(1);
        assertThat(ask.published("companies")).isEqualTo(ask.truth("companies"));
      }
    }

    @Test
    void is_gone_on_with_by_an_event_to_the_function_itself() {
      JsonNode answer = lev.invoke(SYNC, SHORT);
      assertThat(outcome(answer)).isEqualTo("in-flight");
      assertThat(lev.sent).containsExactly(new Bench.Sent(OneInvocation.ARN, GO_ON));
    }

    @Test
    void is_not_harmed_by_continuations_that_come_twice_and_too_late() {
      List<String> events = new ArrayList<>(List.of(SYNC));
      for (int i = 0; i < events.size() && i < 40; i++) {
        lev.sent.clear();
        lev.invoke(events.get(i), SHORT);
        lev.sent.forEach(one -> events.addAll(List.of(one.event(), one.event())));
      }
      assertThat(events).hasSizeGreaterThan(6);
      assertThat(outcome(lev.invoke(GO_ON, SHORT))).isEqualTo("nothing");
      assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
      assertThat(lev.lake.published(lev.key("deals")).manifests()).hasSize(1);
    }

    @Test
    void is_not_harmed_by_a_continuation_in_the_middle_of_a_leg() {
      List<String> outcomes = new ArrayList<>();
      lev.simulator
          .hooks()
          .beforeAnswer(
              "deals", Schedule.at(3), () -> outcomes.add(outcome(lev.invoke(GO_ON, SHORT))));
      assertThat(outcome(lev.drive(SYNC, Bench.LONG))).isEqualTo("completed");
      assertThat(outcomes).containsExactly("held");
      assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
      assertThat(lev.simulator.log().count()).isEqualTo(10);
    }
  }

  @Nested
  class AWaitThatIsTooLong {
    private Instant throttled() {
      lev.simulator
          .quirks()
          .add(
              "deals",
              Schedule.at(3),
              new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.ABSENT, 300));
      JsonNode answer = lev.invoke(SYNC, Bench.LONG);
      assertThat(outcome(answer)).isEqualTo("waiting");
      assertThat(answer.path("reason").asText()).isEqualTo("rate limited (429)");
      return Instant.parse(answer.path("until").asText());
    }

    @Test
    void ends_the_leg_and_leaves_the_run_to_the_sweep() {
      Instant until = throttled();
      assertThat(Duration.between(lev.clock.instant(), until))
          .isBetween(Duration.ofSeconds(290), Duration.ofSeconds(300));
      assertThat(lev.clock.paused()).isZero();
      assertThat(lev.sent).isEmpty();
      assertThat(lev.sweep()).isEmpty();
      lev.clock.advance(Duration.between(lev.clock.instant(), until));
      assertThat(lev.sweep()).containsExactly(GO_ON);
    }

    @Test
    void is_kept_even_when_the_continuation_comes_too_early() {
      Instant until = throttled();
      long asked = lev.simulator.log().count();
      JsonNode early = lev.invoke(GO_ON, Bench.LONG);
      assertThat(outcome(early)).isEqualTo("waiting");
      assertThat(early.path("until").asText()).isEqualTo(until.toString());
      assertThat(lev.simulator.log().count()).isEqualTo(asked);
      lev.clock.advance(Duration.between(lev.clock.instant(), until));
      assertThat(outcome(lev.invoke(GO_ON, Bench.LONG))).isEqualTo("completed");
      assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
    }
  }

  @Test
  void a_short_wait_is_spent_inside_the_leg() {
    lev.simulator
        .quirks()
        .add(
            "deals",
            Schedule.at(3),
            new LevQuirk.RateLimited(LevErrorShape.MARCH_2026, RetryHint.ABSENT, 15));
    assertThat(outcome(lev.invoke(SYNC, Bench.LONG))).isEqualTo("completed");
    assertThat(lev.clock.paused()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
  }

  @Test
  void a_run_that_fails_says_why_and_asks_for_nothing() {
    lev.simulator.quirks().add("deals", Schedule.at(2), new LevQuirk.Forbidden("deals:read"));
    JsonNode answer = lev.invoke(SYNC, Bench.LONG);
    assertThat(outcome(answer)).isEqualTo("failed");
    assertThat(answer.path("reason").asText()).contains("403 (Missing required scope: deals:read)");
    assertThat(answer.path("requestId").isTextual()).isTrue();
    assertThat(lev.sent).isEmpty();
    assertThat(outcome(lev.invoke(SYNC, Bench.LONG))).as("resumed").isEqualTo("completed");
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"action\":\"sync\",\"resource\":\"deal\"}",
        "{\"action\":\"sync\",\"resource\":\"../deals\"}",
        "{\"action\":\"backfill\",\"resource\":\"deal\",\"from\":\"2026-01-01T00:00:00Z\"}",
        "{\"action\":\"continue\",\"resource\":\"deal\"}",
        "{\"action\":\"continue\",\"resource\":\"deal#trial\"}",
        "{\"action\":\"continue\",\"resource\":\"../deals\"}",
        "{\"action\":\"continue\",\"connection\":\"lev\",\"resource\":\"*\"}"
      })
  void a_resource_that_does_not_exist_is_refused_with_those_that_do(String event) {
    assertThatThrownBy(() -> lev.invoke(event, Bench.LONG))
        .isInstanceOf(EventException.class)
        .hasMessageContaining("deals, contacts, companies");
  }

  @Test
  void a_continuation_of_another_connection_is_refused() {
    String other = GO_ON.replace("\"lev\"", "\"acme\"");
    assertThatThrownBy(() -> lev.invoke(other, Bench.LONG))
        .isInstanceOf(EventException.class)
        .hasMessageContaining(
            "connection \"acme\" is not that of this function, which syncs \"lev\"");
    assertThat(lev.states.read(lev.key("deals"))).isEqualTo(ResourceState.NEVER_RUN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "*.*"})
  void what_is_meant_for_every_resource_is_not_run_by_one_function(String every) {
    assertThatThrownBy(() -> lev.invoke(SYNC.replace("deals", every), Bench.LONG))
        .isInstanceOf(EventException.class)
        .hasMessageContainingAll(every, "own function", "Sweep");
    assertThat(lev.sent).isEmpty();
  }

  @Test
  void a_variant_that_cannot_be_is_refused() {
    assertThatThrownBy(
            () -> lev.invoke("{\"action\":\"continue\",\"resource\":\"deals#A/b\"}", Bench.LONG))
        .isInstanceOf(EventException.class)
        .hasMessageContaining("variant");
  }
}
