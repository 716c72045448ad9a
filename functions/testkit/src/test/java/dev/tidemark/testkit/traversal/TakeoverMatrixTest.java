package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.Depth;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Before every call of a leg (every fifth, and deeper the others), another owner takes over; then
 * the first one goes on as if nothing had happened.
 */
@Tag("deep")
class TakeoverMatrixTest {
  @ParameterizedTest
  @EnumSource
  void an_owner_behind_whose_back_the_run_is_completed_changes_nothing(Situation situation) {
    takeOverBeforeEveryCall(situation, scene -> scene.leg(Trigger.SCHEDULE));
  }

  @ParameterizedTest
  @EnumSource
  void an_owner_behind_whose_back_one_page_is_read_changes_nothing(Situation situation) {
    takeOverBeforeEveryCall(
        situation,
        scene -> {
          scene.inLegsOf(Duration.ZERO);
          scene.leg(Trigger.SCHEDULE);
          scene.inLegsOf(Duration.ofMinutes(10));
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_continuation_delivered_twice_at_any_moment_changes_nothing(Situation situation) {
    takeOverBeforeEveryCall(
        situation,
        scene -> {
          scene.takingOver(false);
          scene.leg(Trigger.CONTINUATION);
          scene.leg(Trigger.CONTINUATION);
        });
  }

  private interface Others {
    void act(Scene scene);
  }

  private static void takeOverBeforeEveryCall(Situation situation, Others others) {
    FaultPlan counted = FaultPlan.none();
    situation.prepare().leg(Trigger.SCHEDULE, counted);
    List<String> calls = counted.calls();
    Cases cases = new Cases();
    IntStream.rangeClosed(1, calls.size())
        .filter(call -> Depth.tries(call - 1, 5, 1))
        .parallel()
        .forEach(call ->
            cases.tryOut(
                "before " + calls.get(call - 1) + " " + call,
                () -> overtaken(situation.prepare().takingOver(true), call, others)));
    int first = (calls.size() + 4) / 5;
    int tried = cases.allWell(1);
    assertThat(tried).isEqualTo(Depth.of(first, calls.size() - first));
  }

  private static boolean overtaken(Scene scene, int call, Others others) {
    FaultPlan plan = FaultPlan.meanwhile(call, () -> others.act(scene));
    assertThat(scene.leg(Trigger.SCHEDULE, plan)).isNotInstanceOf(LegOutcome.Held.class);
    scene.clock.advance(Duration.ofHours(1));
    new Journey(scene, false).undisturbed();
    new Aftermath(scene).holdsInTheEnd();
    return true;
  }
}
