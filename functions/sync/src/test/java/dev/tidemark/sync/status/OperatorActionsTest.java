package dev.tidemark.sync.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Transitions;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.sync.Bench;
import dev.tidemark.sync.event.EventException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OperatorActionsTest {
  private static final Duration SHORT = Duration.ofSeconds(90);
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"deals\"}";
  private static final String GO_ON =
      "{\"action\":\"continue\",\"connection\":\"lev\",\"resource\":\"deals\"}";
  private static final String RECONCILE =
      "{\"action\":\"sync\",\"resource\":\"deals\",\"mode\":\"reconcile\"}";

  private final Bench lev = Bench.lev(120);

  @AfterEach
  void close() {
    lev.close();
  }

  private JsonNode ask(String verb, String resource) {
    return lev.invoke(
        "{\"action\":\"%s\",\"resource\":\"%s\"}".formatted(verb, resource), Bench.LONG);
  }

  private static String outcome(JsonNode answer) {
    return answer.path("outcome").asText();
  }

  private ResourceState state() {
    return lev.states.read(lev.key("deals"));
  }

  @Nested
  class APausedResource {
    @Test
    void stays_where_it_is_whatever_comes() {
      lev.invoke(SYNC, SHORT);
      JsonNode answer = ask("pause", "deals");
      assertThat(outcome(answer)).isEqualTo("applied");
      assertThat(answer.path("resources").path(0).path("phase").asText()).isEqualTo("paused");
      long asked = lev.simulator.log().count();
      for (String event : List.of(SYNC, GO_ON, RECONCILE)) {
        assertThat(outcome(lev.invoke(event, Bench.LONG))).as(event).isEqualTo("paused");
      }
      assertThat(lev.simulator.log().count()).isEqualTo(asked);
    }

    @Test
    void goes_on_at_its_place_once_it_is_resumed() {
      String run = lev.invoke(SYNC, SHORT).path("run").asText();
      ask("pause", "deals");
      assertThat(outcome(ask("pause", "deals"))).isEqualTo("unchanged");
      assertThat(outcome(ask("resume", "deals"))).isEqualTo("applied");
      JsonNode done = lev.drive(GO_ON, Bench.LONG);
      assertThat(outcome(done)).isEqualTo("completed");
      assertThat(done.path("run").asText()).isEqualTo(run);
      assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
    }

    @Test
    void holds_back_what_runs_beside_it() {
      lev.drive(SYNC, Bench.LONG);
      lev.invoke(RECONCILE, SHORT);
      JsonNode answer = ask("pause", "deals");
      assertThat(answer.path("resources"))
          .extracting(one -> one.path("resource").asText() + " " + one.path("phase").asText())
          .containsExactly("deals paused", "deals#reconcile paused");
      assertThat(ask("resume", "deals").path("resources")).hasSize(2);
      assertThat(outcome(lev.drive(RECONCILE, Bench.LONG))).isEqualTo("completed");
    }
  }

  @Test
  void a_leg_at_work_is_fenced_at_its_next_step() {
    // The leg stores a batch while the next page is read, and so may end before the hook does.
    CompletableFuture<String> paused = new CompletableFuture<>();
    lev.simulator
        .hooks()
        .beforeAnswer(
            "deals", Schedule.at(5), () -> paused.complete(outcome(ask("pause", "deals"))));
    assertThat(outcome(lev.invoke(SYNC, Bench.LONG))).isEqualTo("fenced");
    assertThat(paused).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("applied");
    ask("resume", "deals");
    assertThat(outcome(lev.drive(GO_ON, Bench.LONG))).isEqualTo("completed");
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
  }

  @Test
  void a_run_that_is_cancelled_is_given_up_and_the_next_one_lands_everything() {
    String run = lev.invoke(SYNC, SHORT).path("run").asText();
    assertThat(outcome(ask("cancel", "deals"))).isEqualTo("applied");
    assertThat(outcome(ask("cancel", "deals"))).isEqualTo("unchanged");
    assertThat(outcome(lev.invoke(GO_ON, Bench.LONG))).isEqualTo("nothing");
    assertThat(lev.drive(SYNC, Bench.LONG).path("run").asText()).isNotEqualTo(run);
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
  }

  @Test
  void a_resource_that_is_reset_reads_everything_again_and_publishes_none_of_it_twice() {
    lev.drive(SYNC, Bench.LONG);
    assertThat(outcome(ask("reset", "deals"))).isEqualTo("applied");
    assertThat(state().checkpoint()).isNotNull().matches(point -> point.watermark() == null);
    JsonNode again = lev.drive(SYNC, Bench.LONG);
    assertThat(again.path("tally").path("records").asInt()).isZero();
    assertThat(again.path("tally").path("duplicates").asInt()).isEqualTo(120);
  }

  @Nested
  class ASealedRun {
    /** As if its owner had died after it read the last page that it will read. */
    private void seal() {
      lev.invoke(SYNC, SHORT);
      ResourceState stored = state();
      Progress read = Objects.requireNonNull(stored.phase().unfinished());
      Progress ended = read.at(read.walk().end(null));
      Seal seal = new Seal(ended, lev.clock.instant(), null);
      lev.states.write(lev.key("deals"), stored, Transitions.seal(stored, seal));
    }

    @Test
    void is_published_before_it_is_paused() {
      seal();
      assertThat(outcome(ask("pause", "deals"))).isEqualTo("applied");
      assertThat(state().phase()).isEqualTo(new Phase.Paused(null));
      assertThat(lev.lake.published(lev.key("deals")).manifests()).hasSize(1);
    }

    @Test
    void is_published_where_no_credential_is_at_hand() {
      seal();
      lev.withoutCredential();
      assertThat(outcome(ask("pause", "deals"))).isEqualTo("applied");
      assertThat(lev.lake.published(lev.key("deals")).manifests()).hasSize(1);
    }

    @Test
    void in_the_hands_of_another_has_to_be_waited_for() {
      seal();
      ResourceState sealed = state();
      Lease lease = new Lease("another", lev.clock.instant().plus(SHORT));
      lev.states.write(
          lev.key("deals"),
          sealed,
          new ResourceState(
              sealed.fence() + 1,
              sealed.revision() + 1,
              "another",
              lease,
              1,
              sealed.phase(),
              sealed.checkpoint()));
      assertThat(outcome(ask("cancel", "deals"))).isEqualTo("held");
      assertThat(state().phase()).isInstanceOf(Phase.Sealed.class);
    }
  }

  @Test
  void a_run_that_is_not_complete_is_left_alone_where_no_credential_is_at_hand() {
    lev.invoke(SYNC, SHORT);
    ResourceState before = state();
    lev.withoutCredential();
    assertThatThrownBy(() -> lev.invoke(GO_ON, SHORT))
        .hasMessage("nothing of lev can be run from here: no credential is at hand");
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void a_resource_that_nobody_knows_is_refused() {
    assertThatThrownBy(() -> ask("pause", "deal"))
        .isInstanceOf(EventException.class)
        .hasMessageContaining("deals, contacts");
    assertThatThrownBy(() -> ask("pause", "deals#range-1"))
        .isInstanceOf(EventException.class)
        .hasMessageContaining("nothing was ever run as lev/deals#range-1");
    assertThatThrownBy(() -> ask("status", "nope"))
        .isInstanceOf(EventException.class)
        .hasMessageContaining("lev has no resource \"nope\"; it has deals, contacts");
    for (String verb : List.of("resume", "cancel", "reset")) {
      assertThat(outcome(ask(verb, "deals"))).as(verb).isEqualTo("unchanged");
    }
    assertThatThrownBy(() -> ask("pause", "../deals")).isInstanceOf(EventException.class);
    assertThat(lev.states.keys("lev")).isEmpty();
  }

  @Test
  void status_tells_a_person_what_to_do() {
    lev.invoke(SYNC, SHORT);
    JsonNode one = lev.invoke("{\"action\":\"status\",\"resource\":\"deals\"}", SHORT);
    JsonNode deals = one.path("resources").path(0);
    assertThat(deals.path("phase").asText()).isEqualTo("in-flight");
    assertThat(deals.path("tally").path("pages").asInt()).isPositive();
    assertThat(deals.path("checkpoint").isNull()).isTrue();
    assertThat(deals.path("advice").asText()).isEqualTo("nothing to do");
    lev.drive(GO_ON, Bench.LONG);
    lev.clock.advance(Duration.ofHours(2));
    JsonNode later = lev.invoke("{\"action\":\"status\"}", SHORT).path("resources").path(0);
    assertThat(later.path("phase").asText()).isEqualTo("idle");
    assertThat(later.path("checkpoint").path("ageSeconds").asLong()).isGreaterThan(7200);
  }

  @Test
  void status_shows_the_others_where_one_state_is_damaged() {
    lev.drive(SYNC, Bench.LONG);
    lev.drive("{\"action\":\"sync\",\"resource\":\"contacts\"}", Bench.LONG);
    lev.states.damage(lev.key("contacts"));
    JsonNode answer = lev.invoke("{\"action\":\"status\"}", SHORT);
    assertThat(answer.path("resources"))
        .extracting(each -> each.path("phase").asText())
        .containsExactly("damaged", "idle");
  }
}
