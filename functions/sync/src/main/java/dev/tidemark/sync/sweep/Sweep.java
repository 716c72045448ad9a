package dev.tidemark.sync.sweep;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase.Failed;
import dev.tidemark.core.state.Phase.Idle;
import dev.tidemark.core.state.Phase.InFlight;
import dev.tidemark.core.state.Phase.Paused;
import dev.tidemark.core.state.Phase.Sealed;
import dev.tidemark.core.state.Phase.Waiting;
import dev.tidemark.core.state.Phase.Walked;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.sync.event.EventWriter;
import dev.tidemark.sync.wiring.Functions;
import dev.tidemark.sync.wiring.Wiring;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks through the states of a connection for stalled runs. */
public final class Sweep {
  private final Wiring wiring;
  private final Functions functions;
  private final Watch watch;

  public Sweep(Wiring wiring, Functions functions, Watch watch) {
    this.wiring = wiring;
    this.functions = functions;
    this.watch = watch;
  }

  /**
   * Sends a continuation for each, to the function of its resource; returns how many. What cannot
   * be read or sent for fails the sweep after the others had their turn: one damaged state must not
   * keep the others from being resumed.
   */
  public int send() {
    Instant now = wiring.limits().clock().instant();
    List<RuntimeException> broken = new ArrayList<>();
    int sent = 0;
    for (ResourceKey key : wholeRuns()) {
      try {
        if (due(look(key, now), now)) {
          wiring.invoker(functions.of(key)).send(EventWriter.goOn(key));
          sent++;
        }
      } catch (RuntimeException e) {
        broken.add(e);
      }
    }
    watch.tell();
    if (!broken.isEmpty()) {
      RuntimeException first = broken.removeFirst();
      broken.forEach(first::addSuppressed);
      throw first;
    }
    return sent;
  }

  /** The slices of a run are sent for by the run; what is left of an abandoned one is nobody's. */
  private List<ResourceKey> wholeRuns() {
    return wiring.persistence().states().keys(wiring.connection()).stream()
        .filter(key -> !key.isSlice())
        .toList();
  }

  private ResourceState look(ResourceKey key, Instant now) {
    ResourceState state;
    try {
      state = wiring.persistence().states().read(key);
    } catch (RuntimeException e) {
      watch.couldNotRead(key);
      throw e;
    }
    watch.saw(key, state, now);
    return state;
  }

  static boolean due(ResourceState state, Instant now) {
    Lease lease = state.lease();
    if (lease != null && lease.live(now)) {
      return false;
    }
    return switch (state.phase()) {
      case InFlight _, Sealed _ -> true;
      case Waiting waiting -> !now.isBefore(waiting.until());
      case Idle _, Walked _, Failed _, Paused _ -> false;
    };
  }
}
