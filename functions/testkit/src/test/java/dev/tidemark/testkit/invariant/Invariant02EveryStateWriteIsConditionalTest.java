package dev.tidemark.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.RunId;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore.Write;
import dev.tidemark.core.state.Transitions;
import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Invariant02EveryStateWriteIsConditionalTest {
  private final Scene scene = new Scene(ApiShape.ascending(2), Plans.ascending()).with(7);

  @Test
  void a_stale_owner_cannot_advance_the_cursor() {
    AtomicReference<ResourceState> theirs = new AtomicReference<>(ResourceState.NEVER_RUN);
    scene.takingOver(true);
    FaultPlan plan =
        FaultPlan.meanwhile(
            firstAdvance(),
            () -> {
              scene.inLegsOf(Duration.ZERO);
              scene.leg(Trigger.CONTINUATION);
              theirs.set(scene.state());
            });
    assertThat(scene.leg(Trigger.SCHEDULE, plan)).isInstanceOf(LegOutcome.Fenced.class);
    assertThat(scene.state()).isEqualTo(theirs.get());
  }

  @Test
  void a_write_refused_because_it_was_ours_already_is_success() {
    FaultPlan plan = FaultPlan.at(firstAdvance(), Fault.REPEAT);
    assertThat(scene.leg(Trigger.SCHEDULE, plan)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void a_lost_complete_is_recognised_even_after_the_next_claim() {
    ResourceState held = sealed();
    ResourceState completed = Transitions.complete(held, seal(held).seal().checkpoint());
    scene.states.write(Plans.KEY, held, completed);
    scene.takingOver(true).inLegsOf(Duration.ZERO);
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.state().fence()).isGreaterThan(completed.fence());
    assertThat(new Ledger(scene.states, Plans.KEY, held).record(completed)).isTrue();
  }

  @Test
  void a_complete_that_another_owner_never_made_is_not_taken_for_ours() {
    ResourceState held = sealed();
    ResourceState completed = Transitions.complete(held, seal(held).seal().checkpoint());
    Ledger other = new Ledger(scene.states, Plans.KEY, held);
    other.record(Transitions.handOver(held, other.progress()));
    assertThat(new Ledger(scene.states, Plans.KEY, held).record(completed)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void an_owner_is_fenced_by_whatever_a_person_does_meanwhile(OperatorVerb verb) {
    FaultPlan plan =
        FaultPlan.meanwhile(
            firstAdvance(),
            () -> {
              if (verb == OperatorVerb.RESUME) {
                apply(OperatorVerb.PAUSE);
              }
              apply(verb);
            });
    assertThat(scene.leg(Trigger.SCHEDULE, plan)).isInstanceOf(LegOutcome.Fenced.class);
    assertThat(scene.state().writer()).isEqualTo("a person");
  }

  @Test
  void runs_begun_in_the_same_second_have_different_ids() {
    Random random = new Random(1);
    Set<RunId> drawn = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      drawn.add(RunId.draw(Scene.NOON, random));
    }
    assertThat(drawn).hasSize(10_000);
  }

  private void apply(OperatorVerb verb) {
    ResourceState stored = scene.state();
    assertThat(verb.decide(stored, "a person"))
        .isInstanceOfSatisfying(
            OperatorVerb.Decision.Apply.class,
            apply ->
                assertThat(scene.states.write(Plans.KEY, stored, apply.next()))
                    .isEqualTo(new Write.Written()));
  }

  /** Claims read and write first; then comes the put, then the advance. */
  private static int firstAdvance() {
    FaultPlan counted = FaultPlan.none();
    new Scene(ApiShape.ascending(2), Plans.ascending()).with(7).leg(Trigger.SCHEDULE, counted);
    return counted.calls().indexOf("BatchSink.put") + 2;
  }

  private ResourceState sealed() {
    FaultPlan counted = FaultPlan.none();
    new Scene(ApiShape.ascending(2), Plans.ascending()).with(7).leg(Trigger.SCHEDULE, counted);
    int publish = counted.calls().indexOf("BatchSink.publish") + 1;
    FaultPlan plan = FaultPlan.at(publish, Fault.KILL_AFTER);
    assertThat(Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, plan))).isNull();
    return scene.state();
  }

  private static Phase.Sealed seal(ResourceState held) {
    assertThat(held.phase()).isInstanceOf(Phase.Sealed.class);
    return (Phase.Sealed) held.phase();
  }
}
