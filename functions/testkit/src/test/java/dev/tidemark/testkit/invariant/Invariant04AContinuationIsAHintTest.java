package dev.tidemark.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Invariant04AContinuationIsAHintTest {
  private final Scene scene = new Scene(ApiShape.ascending(2), Plans.ascending()).with(7);

  @Test
  void it_starts_nothing() {
    assertThat(scene.leg(Trigger.CONTINUATION)).isEqualTo(new LegOutcome.Nothing());
    assertThat(scene.state()).isEqualTo(ResourceState.NEVER_RUN);
    assertThat(scene.api.served()).isEmpty();
  }

  @Test
  void one_that_comes_after_the_run_is_completed_changes_nothing() {
    scene.leg(Trigger.SCHEDULE);
    ResourceState completed = scene.state();
    assertThat(scene.leg(Trigger.CONTINUATION)).isEqualTo(new LegOutcome.Nothing());
    assertThat(scene.state()).isEqualTo(completed);
  }

  @Test
  void one_that_comes_after_the_run_failed_does_not_try_again() {
    scene.api.failing(1, new ApiFault.Refused());
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Failed.class);
    assertThat(scene.leg(Trigger.CONTINUATION)).isEqualTo(new LegOutcome.Nothing());
    assertThat(scene.api.served()).hasSize(1);
  }

  @Test
  void one_that_is_delivered_twice_finds_the_other_at_work() {
    List<LegOutcome> twice = new ArrayList<>();
    FaultPlan plan = FaultPlan.meanwhile(5, () -> twice.add(scene.leg(Trigger.CONTINUATION)));
    assertThat(scene.leg(Trigger.SCHEDULE, plan)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(twice).hasOnlyElementsOfType(LegOutcome.Held.class).hasSize(1);
  }

  @Test
  void one_that_is_lost_costs_time_only() {
    scene.inLegsOf(Duration.ZERO);
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.HandedOver.class);
    scene.clock.advance(Duration.ofDays(2));
    scene.inLegsOf(Duration.ofMinutes(10));
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.api.served()).hasSize(4);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void many_of_them_for_every_leg_give_the_same_lake() {
    scene.inLegsOf(Duration.ZERO);
    scene.leg(Trigger.SCHEDULE);
    for (int i = 0; i < 30; i++) {
      scene.leg(Trigger.CONTINUATION);
    }
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    assertThat(scene.published().records()).doesNotHaveDuplicates();
    assertThat(scene.published().manifests()).hasSize(1);
    assertThat(scene.api.served()).hasSize(4);
  }
}
