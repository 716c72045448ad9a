package dev.tidemark.testkit.race;

import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;

/** Looks whether somebody should go on, and if so sends {@code then}. */
record Sweep(Invocation then) implements Racer {
  @Override
  public String name() {
    return then.name();
  }

  @Override
  public Object race(Track track) throws InterruptedException {
    ResourceState seen = track.states().read(then.errand().plan().key());
    Lease lease = seen.lease();
    boolean owned = lease != null && lease.live(then.moment().own());
    boolean unfinished =
        seen.phase() instanceof Phase.InFlight || seen.phase() instanceof Phase.Sealed;
    return unfinished && !owned ? then.race(track) : "nobody is needed";
  }
}
