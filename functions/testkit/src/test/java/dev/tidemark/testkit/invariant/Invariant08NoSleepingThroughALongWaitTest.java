package dev.tidemark.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Phase;
import dev.tidemark.testkit.source.ApiFault;
import dev.tidemark.testkit.source.ApiShape;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class Invariant08NoSleepingThroughALongWaitTest {
  private final Scene scene =
      new Scene(ApiShape.ascending(2), Plans.batching(Plans.ascending(), 10)).with(7);

  @Test
  void a_wait_longer_than_our_patience_ends_the_leg_at_once() {
    scene.api.failing(2, new ApiFault.Throttled(Duration.ofMinutes(5)));
    assertThat(scene.leg(Trigger.SCHEDULE))
        .isInstanceOfSatisfying(
            LegOutcome.Waiting.class,
            waiting ->
                assertThat(waiting.until()).isEqualTo(Scene.NOON.plus(Duration.ofMinutes(5))));
    assertThat(scene.clock.paused()).isZero();
  }

  @Test
  void a_leg_that_comes_a_little_early_waits_until_the_run_is_due() {
    scene.api.failing(2, new ApiFault.Throttled(Duration.ofMinutes(5)));
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofMinutes(5).minusSeconds(7));
    assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.clock.paused()).isEqualTo(Duration.ofSeconds(7));
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void what_was_read_before_it_is_durable_when_the_leg_ends() {
    scene.api.failing(2, new ApiFault.Throttled(Duration.ofMinutes(5)));
    scene.leg(Trigger.SCHEDULE);
    assertThat(scene.batches()).hasSize(1);
    assertThat(scene.state().phase()).isInstanceOf(Phase.Waiting.class);
    assertThat(scene.state().lease()).isNull();
  }

  @Test
  void nobody_calls_the_api_before_the_time() {
    scene.api.failing(2, new ApiFault.Throttled(Duration.ofMinutes(5)));
    scene.leg(Trigger.SCHEDULE);
    scene.clock.advance(Duration.ofMinutes(5).minusSeconds(61));
    assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.NotDue.class);
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.NotDue.class);
    assertThat(scene.api.served()).hasSize(2);
    scene.clock.advance(Duration.ofSeconds(61));
    assertThat(scene.leg(Trigger.CONTINUATION)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void a_short_wait_is_spent_inside_the_leg_with_nothing_in_memory() {
    scene.api.failing(2, new ApiFault.Throttled(Duration.ofSeconds(20)));
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.clock.paused()).isEqualTo(Duration.ofSeconds(20));
    assertThat(scene.batches()).hasSize(2);
    assertThat(
            scene.published().manifests().getFirst().seal().progress().tally().calls().throttled())
        .isEqualTo(1);
  }

  @Test
  void a_wait_that_would_outlast_the_budget_ends_the_leg() {
    scene.inLegsOf(Duration.ofSeconds(10));
    scene.api.failing(2, new ApiFault.Throttled(Duration.ofSeconds(20)));
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Waiting.class);
    assertThat(scene.clock.paused()).isZero();
  }

  @Test
  void an_api_that_says_wait_and_means_no_time_at_all_is_not_hammered() {
    for (int call = 1; call <= 5; call++) {
      scene.api.failing(call, new ApiFault.Throttled(Duration.ZERO));
    }
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(scene.clock.paused()).isGreaterThan(Duration.ofSeconds(10));
  }
}
