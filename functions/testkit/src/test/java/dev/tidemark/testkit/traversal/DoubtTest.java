package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two runs beside each other publish one record with different bytes. */
class DoubtTest {
  private static final ResourcePlan OWN = Plans.unfiltered(Plans.byId());
  private static final ResourcePlan RECONCILE = Plans.beside(OWN, ResourceKey.RECONCILE);

  private final Scene scene = new Scene(ApiShape.byId(2), OWN).with(7);

  @Test
  void it_is_published_once_more_and_then_not_again() {
    run(OWN, Mode.INCREMENTAL);
    scene.api.rewrite(1);
    scene.inLegsOf(Duration.ZERO).planned(RECONCILE).asking(RunRequest.of(Mode.RECONCILE));
    scene.leg(Trigger.SCHEDULE);
    scene.api.rewrite(1);
    scene.inLegsOf(Duration.ofMinutes(10));
    run(OWN, Mode.INCREMENTAL);
    run(RECONCILE, Mode.RECONCILE);
    assertThat(scene.published().records()).hasSize(9);
    run(OWN, Mode.INCREMENTAL);
    assertThat(scene.published().records()).hasSize(10);
    run(OWN, Mode.INCREMENTAL);
    run(RECONCILE, Mode.RECONCILE);
    assertThat(scene.published().records()).hasSize(10);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  @Test
  void a_record_that_comes_back_while_its_delete_is_published_is_deleted_when_it_goes_again() {
    run(OWN, Mode.INCREMENTAL);
    scene.api.remove(3);
    scene.clock.advance(Duration.ofMinutes(1));
    scene.planned(RECONCILE).asking(RunRequest.of(Mode.RECONCILE));
    scene.leg(
        Trigger.SCHEDULE,
        FaultPlan.meanwhileAtFirst(
            "BatchSink.publish",
            () -> {
              scene.api.restore(3);
              scene.api.edit(3);
              run(OWN, Mode.INCREMENTAL);
            }));
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
    scene.api.remove(3);
    run(RECONCILE, Mode.RECONCILE);
    assertThat(scene.published().newest()).isEqualTo(scene.api.truth());
  }

  private void run(ResourcePlan plan, Mode mode) {
    scene.clock.advance(Duration.ofMinutes(1));
    assertThat(scene.planned(plan).asking(RunRequest.of(mode)).leg(Trigger.SCHEDULE))
        .isInstanceOf(LegOutcome.Completed.class);
  }
}
