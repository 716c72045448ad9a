package dev.tidemark.sync;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase.Failed;
import dev.tidemark.core.state.Phase.Idle;
import dev.tidemark.core.state.Phase.InFlight;
import dev.tidemark.core.state.Phase.Paused;
import dev.tidemark.core.state.Phase.Sealed;
import dev.tidemark.core.state.Phase.Waiting;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import java.time.Instant;

/** Looks through the states of a connection for runs that nobody goes on with. */
final class Sweep {
  private final Wiring wiring;

  Sweep(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * Sends a continuation for each; returns how many. What cannot be read or sent for fails the
   * sweep after the others had their turn: one damaged state must not put every resource to sleep.
   */
  int send(Invoker invoker) {
    Instant now = wiring.clock().instant();
    ResourceStateStore states = wiring.states();
    int sent = 0;
    RuntimeException broken = null;
    for (ResourceKey key : states.keys(wiring.connection())) {
      try {
        if (due(states.read(key), now)) {
          invoker.send(EventWriter.goOn(key), now);
          sent++;
        }
      } catch (RuntimeException e) {
        if (broken == null) {
          broken = e;
        } else {
          broken.addSuppressed(e);
        }
      }
    }
    if (broken != null) {
      throw broken;
    }
    return sent;
  }

  static boolean due(ResourceState state, Instant now) {
    Lease lease = state.lease();
    if (lease != null && lease.live(now)) {
      return false;
    }
    return switch (state.phase()) {
      case InFlight _, Sealed _ -> true;
      case Waiting waiting -> !now.isBefore(waiting.until());
      case Idle _, Failed _, Paused _ -> false;
    };
  }
}
