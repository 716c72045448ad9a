package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.traversal.LegOutcome;
import dev.tidemark.testkit.fault.Fault;
import dev.tidemark.testkit.fault.FaultPlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call that a leg makes goes wrong in every way, one at a time; then another owner takes
 * over.
 */
class KillMatrixTest {
  @ParameterizedTest
  @EnumSource
  void a_leg_killed_before_or_after_any_write_is_taken_up_without_loss(Situation situation) {
    int calls = calls(situation);
    for (int call = 1; call <= calls; call++) {
      for (Fault fault : List.of(Fault.KILL_BEFORE, Fault.KILL_AFTER)) {
        Scene scene = situation.prepare();
        FaultPlan plan = FaultPlan.at(call, fault);
        Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, plan));
        assertThat(plan.dead()).as("%s at %s", fault, call).isTrue();
        takenUp(scene, fault + " at " + plan.calls().getLast() + " " + call);
      }
    }
  }

  /** Killed after a call is killed before the next one, as far as anything durable goes. */
  @ParameterizedTest
  @EnumSource(names = {"SECOND_RUN", "RECONCILE", "REFRESH", "RANGE"})
  void a_run_killed_twice_after_any_two_writes_is_taken_up_without_loss(Situation situation) {
    int calls = calls(situation);
    for (int first = 1; first <= calls; first++) {
      int second = 0;
      while (killedAgain(situation, first, ++second)) {
        assertThat(second).isLessThan(2 * calls);
      }
      assertThat(second).isGreaterThan(first == calls ? 0 : 2);
    }
  }

  /** Whether there was a second call to be killed after. */
  private static boolean killedAgain(Situation situation, int first, int second) {
    Scene scene = situation.prepare();
    Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, FaultPlan.at(first, Fault.KILL_AFTER)));
    scene.clock.advance(Duration.ofHours(1));
    FaultPlan again = FaultPlan.at(second, Fault.KILL_AFTER);
    if (!scene.settled()) {
      Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, again));
    }
    takenUp(scene, "killed after " + first + " and then after " + second);
    return again.dead();
  }

  @ParameterizedTest
  @EnumSource
  void a_leg_killed_before_or_after_any_request_is_taken_up_without_loss(Situation situation) {
    FaultPlan counted = FaultPlan.none();
    situation.prepare().legReading(Trigger.SCHEDULE, counted);
    for (int call = 1; call <= counted.calls().size(); call++) {
      for (Fault fault : List.of(Fault.KILL_BEFORE, Fault.KILL_AFTER)) {
        Scene scene = situation.prepare();
        FaultPlan plan = FaultPlan.at(call, fault);
        Scene.orDeath(() -> scene.legReading(Trigger.SCHEDULE, plan));
        takenUp(scene, fault + " at request " + call);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_write_that_fails_or_whose_answer_is_lost_harms_nothing(Situation situation) {
    int calls = calls(situation);
    for (int call = 1; call <= calls; call++) {
      for (Fault fault : List.of(Fault.FAIL_BEFORE, Fault.FAIL_AFTER)) {
        Scene scene = situation.prepare();
        FaultPlan plan = FaultPlan.at(call, fault);
        assertThat(Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, plan))).isNull();
        takenUp(scene, fault + " at " + plan.calls().getLast() + " " + call);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_write_that_the_client_repeats_by_itself_does_not_even_end_the_leg(Situation situation) {
    int calls = calls(situation);
    for (int call = 1; call <= calls; call++) {
      Scene scene = situation.prepare();
      FaultPlan plan = FaultPlan.at(call, Fault.REPEAT);
      LegOutcome outcome = scene.leg(Trigger.SCHEDULE, plan);
      assertThat(outcome)
          .as("%s", plan.calls().get(call - 1))
          .isInstanceOf(LegOutcome.Completed.class);
      whole(scene, "repeated call " + call);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FIRST_RUN", "BY_ID"})
  void a_page_that_is_durable_is_not_asked_for_again(Situation situation) {
    int calls = calls(situation);
    for (int call = 1; call <= calls; call++) {
      Scene scene = situation.prepare();
      FaultPlan plan = FaultPlan.at(call, Fault.KILL_AFTER);
      Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, plan));
      int durable = scene.batches().size();
      int before = scene.api.served().size();
      takenUp(scene, "killed at " + call);
      assertThat(scene.api.served().size() - before)
          .as("pages read again, killed at %s", plan.calls().getLast())
          .isEqualTo(4 - durable);
    }
  }

  private static int calls(Situation situation) {
    FaultPlan counted = FaultPlan.none();
    Scene scene = situation.prepare();
    assertThat(scene.leg(Trigger.SCHEDULE, counted)).isInstanceOf(LegOutcome.Completed.class);
    whole(scene, "undisturbed");
    assertThat(counted.calls()).hasSizeGreaterThan(10);
    return counted.calls().size();
  }

  private static void takenUp(Scene scene, String how) {
    if (!scene.settled()) {
      assertThat(scene.finish()).as(how).isInstanceOf(LegOutcome.Completed.class);
    }
    whole(scene, how);
  }

  private static void whole(Scene scene, String how) {
    assertThat(scene.published().newest()).as(how).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).as(how).doesNotHaveDuplicates();
  }
}
