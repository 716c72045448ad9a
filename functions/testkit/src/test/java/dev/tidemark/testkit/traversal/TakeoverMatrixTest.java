package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.traversal.LegOutcome;
import dev.tidemark.testkit.fault.FaultPlan;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Before every call of a leg, another owner takes over; then the first one goes on as if nothing
 * had happened.
 */
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
    for (int call = 1; call <= counted.calls().size(); call++) {
      Scene scene = situation.prepare().takingOver(true);
      FaultPlan plan = FaultPlan.meanwhile(call, () -> others.act(scene));
      LegOutcome outcome = scene.leg(Trigger.SCHEDULE, plan);
      String how = "before " + counted.calls().get(call - 1) + " " + call;
      assertThat(outcome).as(how).isNotInstanceOf(LegOutcome.Held.class);
      scene.clock.advance(Duration.ofHours(1));
      assertThatCode(
              () -> {
                new Journey(scene, false).undisturbed();
                new Aftermath(scene).holdsInTheEnd();
              })
          .as(how)
          .doesNotThrowAnyException();
    }
  }
}
