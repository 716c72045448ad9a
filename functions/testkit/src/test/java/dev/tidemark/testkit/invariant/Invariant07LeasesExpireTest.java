package dev.tidemark.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Invariant07LeasesExpireTest {
  private final Scene scene = new Scene(ApiShape.ascending(2), Plans.ascending()).with(7);

  @BeforeEach
  void a_leg_is_killed_without_notice() {
    Scene.orDeath(() -> scene.leg(Trigger.SCHEDULE, FaultPlan.at(4, Fault.KILL_BEFORE)));
  }

  @Test
  void nobody_takes_a_resource_whose_owner_may_still_be_at_work() {
    scene.clock.advance(Duration.ofMinutes(15).minusMillis(1));
    assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Held.class);
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Held.class);
    assertThat(scene.leg(Trigger.OPERATOR)).isInstanceOf(LegOutcome.Held.class);
  }

  @Test
  void anybody_takes_it_once_the_lease_is_over() {
    scene.clock.advance(Duration.ofMinutes(15));
    assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Completed.class);
  }

  @Test
  void who_knows_that_the_owner_is_dead_need_not_wait() {
    scene.takingOver(true);
    assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Completed.class);
  }
}
