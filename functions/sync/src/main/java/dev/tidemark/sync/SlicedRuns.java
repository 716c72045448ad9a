package dev.tidemark.sync;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.core.traversal.Slices;
import dev.tidemark.sync.event.Answer;
import dev.tidemark.sync.event.EventWriter;
import dev.tidemark.sync.wiring.LegLimits;
import dev.tidemark.sync.wiring.Wiring;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets the slices of a run walk beside each other, each in invocations of its own. What is sent is
 * a hint: an event that is lost is sent again when another slice ends, and by the sweep, which asks
 * for the run itself; one that comes twice finds its slice held.
 */
final class SlicedRuns {
  private final Wiring wiring;
  private final Consumer<String> events;

  /**
   * @param events takes what is sent to the function itself
   */
  SlicedRuns(Wiring wiring, Consumer<String> events) {
    this.wiring = wiring;
    this.events = events;
  }

  /** What {@code slice} is asked for; null where its run does not let it walk. */
  @Nullable RunRequest request(ResourceKey slice) {
    return Slices.request(states().read(slice.whole()), slice);
  }

  /** By what {@code slice} is claimed. */
  Trigger trigger(ResourceKey slice) {
    return Slices.trigger(states().read(slice));
  }

  /** Whether the run under {@code key} walks in slices. */
  boolean walks(ResourceKey key) {
    ResourceState state = states().read(key);
    return state.phase() instanceof Phase.InFlight && Slices.whole(state) != null;
  }

  /**
   * What becomes of an event for the run under {@code key}: its slices are sent for, and the run
   * itself is not claimed before all of them have walked.
   *
   * @return null where the run is to be claimed
   */
  @Nullable Answer instead(ResourceKey key, Trigger trigger) {
    ResourceState state = states().read(key);
    Progress whole = Slices.whole(state);
    if (whole == null) {
      return null;
    }
    if (state.phase() instanceof Phase.Failed && trigger != Trigger.CONTINUATION) {
      Slices.revive(states(), key, whole);
      return null;
    }
    if (!(state.phase() instanceof Phase.InFlight)) {
      return null;
    }
    Slices slices = Slices.of(states(), key, whole);
    if (slices.needTheRun()) {
      return null;
    }
    send(slices);
    return Answer.of(key, new LegOutcome.HandedOver(slices.seen()));
  }

  /** Sends for the slices of the run under {@code key} that may walk, and else for itself. */
  void send(ResourceKey key) {
    ResourceState state = states().read(key);
    Progress whole = Slices.whole(state);
    if (whole == null || !(state.phase() instanceof Phase.InFlight)) {
      return;
    }
    Slices slices = Slices.of(states(), key, whole);
    LegLimits limits = wiring.limits();
    if (slices.needTheRun() || slices.split(states(), limits.clock().instant(), limits.dead())) {
      events.accept(EventWriter.goOn(key));
    } else {
      send(slices);
    }
  }

  private void send(Slices slices) {
    slices
        .due(wiring.limits().clock().instant(), wiring.limits().dead())
        .forEach(slice -> events.accept(EventWriter.goOn(slice)));
  }

  private ResourceStateStore states() {
    return wiring.persistence().states();
  }
}
