package dev.tidemark.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.memory.RowReading;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.util.List;

/** A resource's own runs, and those that look for what has vanished, an hour apart. */
record Reconciliation(Scene scene) {
  static final ResourcePlan OWN = Plans.batching(Plans.byId(), 3);
  static final ResourcePlan RECONCILE = Plans.beside(OWN, ResourceKey.RECONCILE);

  void publish() {
    scene.clock.advance(Duration.ofHours(1));
    scene.planned(OWN).asking(RunRequest.of(Mode.INCREMENTAL));
    assertThat(scene.leg(Trigger.SCHEDULE)).isInstanceOf(LegOutcome.Completed.class);
  }

  LegOutcome reconcile() {
    scene.clock.advance(Duration.ofHours(1));
    scene.planned(RECONCILE).asking(RunRequest.of(Mode.RECONCILE));
    LegOutcome outcome = scene.leg(Trigger.SCHEDULE);
    while (outcome instanceof LegOutcome.HandedOver) {
      outcome = scene.leg(Trigger.CONTINUATION);
    }
    return outcome;
  }

  List<LandedLine> deletes() {
    return scene.published().lines().stream().filter(line -> line.deleted()).toList();
  }

  LandedLine upsert(String id) {
    return scene.published().lines().stream()
        .filter(line -> !line.deleted() && RowReading.ROWS.identity(line).equals(id))
        .findFirst()
        .orElseThrow();
  }
}
