package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.traversal.Slices;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.testkit.source.ApiShape;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run in slices, and who lets them walk: as the deployed function does, in one thread. */
final class Fleet {
  private static final Duration LATER = Duration.ofMinutes(16);
  private static final int MOST_ROUNDS = 60;

  final Scene scene;

  private Fleet(Scene scene) {
    this.scene = scene;
  }

  /** Two slices of one second each, with two pages of two records in each. */
  static Fleet ofTwo() {
    Fleet fleet = of(2, Plans.dated(Plans.ascending()));
    for (int id = 1; id <= 8; id++) {
      fleet.scene.api.add(id, Scene.NOON.minusMillis(2250L - id * 250L));
    }
    return fleet;
  }

  /** {@code count} records over an hour, and up to {@code workers} slices at a time. */
  static Fleet over(int workers, int count) {
    Fleet fleet = of(workers, Plans.dated(Plans.ascending()));
    for (int id = 1; id <= count; id++) {
      fleet.scene.api.add(id, Scene.NOON.minusSeconds(3600).plusSeconds(3400L * id / count));
    }
    return fleet;
  }

  static Fleet of(int workers, ResourcePlan plan) {
    Scene scene =
        new Scene(ApiShape.ascending(2), plan)
            .asking(RunRequest.of(Mode.INCREMENTAL).inSlices(workers));
    return new Fleet(scene);
  }

  /** A leg of the run itself. */
  LegOutcome whole(Trigger trigger, FaultPlan faults) {
    return scene.leg(trigger, faults);
  }

  /** The run itself, by what is due; a failed one by the schedule, which revives its slices. */
  LegOutcome whole() {
    return whole(FaultPlan.none());
  }

  LegOutcome whole(FaultPlan faults) {
    Phase phase = scene.state().phase();
    Progress whole = Slices.whole(scene.state());
    if (phase instanceof Phase.Failed && whole != null) {
      Slices.revive(scene.states, scene.plan().key(), whole);
    }
    boolean schedule = phase instanceof Phase.Idle || phase instanceof Phase.Failed;
    return whole(schedule ? Trigger.SCHEDULE : Trigger.CONTINUATION, faults);
  }

  /** A leg of slice {@code number}; null where its run does not let it walk. */
  @Nullable LegOutcome slice(int number) {
    return slice(number, FaultPlan.none());
  }

  @Nullable LegOutcome slice(int number, FaultPlan faults) {
    Progress whole = Slices.whole(scene.state());
    return whole == null ? null : slice(scene.plan().key().slice(whole.run().id(), number), faults);
  }

  /** A leg of the slice under {@code key}, whether its run still lives or not. */
  @Nullable LegOutcome slice(ResourceKey key, FaultPlan faults) {
    RunRequest request = Slices.request(scene.state(), key);
    Trigger trigger = Slices.trigger(scene.states.read(key));
    return request == null
        ? null
        : scene.leg(
            Plans.beside(scene.plan(), key.variant()), request, trigger, faults, Calls.PORTS);
  }

  /** The slices as they stand. */
  Slices slices() {
    Progress whole = Slices.whole(scene.state());
    if (whole == null) {
      throw new AssertionError("no run in slices: " + scene.state());
    }
    return Slices.of(scene.states, scene.plan().key(), whole);
  }

  /** Every slice that may walk, to the end of its leg. */
  void round(FaultPlan faults) {
    if (Slices.whole(scene.state()) != null) {
      Instant now = scene.clock.instant();
      slices().due(now, _ -> false).forEach(key -> slice(key, faults));
    }
  }

  /** Rounds after every lease, until the run is published. */
  void finish() {
    for (int rounds = 0; !scene.settled(); rounds++) {
      assertThat(rounds).as("no end in sight").isLessThan(MOST_ROUNDS);
      scene.clock.advance(LATER);
      LegOutcome outcome = whole();
      if (outcome instanceof LegOutcome.Completed) {
        return;
      }
      round(FaultPlan.none());
    }
  }

  /** The operator's {@code verb}, on the run and then on each of its slices. */
  void operate(OperatorVerb verb) {
    List<ResourceKey> keys =
        scene.states.keys(scene.plan().key().connection()).stream()
            .sorted(Comparator.comparing(ResourceKey::sortKey))
            .toList();
    for (ResourceKey key : keys) {
      ResourceState stored = scene.states.read(key);
      if (verb.decide(stored, "operator")
          instanceof OperatorVerb.Decision.Apply(ResourceState next)) {
        assertThat(scene.states.write(key, stored, next)).isNotNull();
      }
    }
  }
}
