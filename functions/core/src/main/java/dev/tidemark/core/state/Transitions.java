package dev.tidemark.core.state;

import dev.tidemark.core.state.Phase.Failed;
import dev.tidemark.core.state.Phase.Idle;
import dev.tidemark.core.state.Phase.InFlight;
import dev.tidemark.core.state.Phase.Sealed;
import dev.tidemark.core.state.Phase.Waiting;
import dev.tidemark.core.state.Phase.Walked;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The transitions that the owner of a lease makes, as pure functions from the state that it holds
 * to the next one. Each raises the revision and signs with the owner; none checks the lease,
 * because the conditional write does: an owner whose lease was taken builds on a revision that is
 * no longer stored.
 */
public final class Transitions {
  private Transitions() {}

  /** Progress after a durable batch; the guard against legs without progress is reset. */
  public static ResourceState advance(ResourceState held, Progress to) {
    return next(held, held.lease(), 0, new InFlight(to), held.checkpoint());
  }

  /** The end was reached: from here on the run reads no page. */
  public static ResourceState seal(ResourceState held, Seal seal) {
    return next(held, held.lease(), 0, new Sealed(seal), held.checkpoint());
  }

  /** The end of a slice was reached: the run that it is a part of takes over what it has. */
  public static ResourceState walked(ResourceState held, Progress progress) {
    return next(held, null, 0, new Walked(progress), held.checkpoint());
  }

  /** The run is published: its checkpoint counts, progress and lease are gone. */
  public static ResourceState complete(ResourceState held, @Nullable Checkpoint promoted) {
    return next(held, null, 0, new Idle(), promoted == null ? held.checkpoint() : promoted);
  }

  /**
   * The leg ends on purpose and another may follow at once; a hand-over is not a leg without
   * progress.
   *
   * @param spent the same place in the API, with what the leg spent there without a page
   */
  public static ResourceState handOver(ResourceState held, Progress spent) {
    return next(held, null, Math.max(0, held.claims() - 1), new InFlight(spent), held.checkpoint());
  }

  /**
   * The leg ends before it has read anything. It counts as one without progress: what takes longer
   * than a leg to load would be loaded for ever.
   */
  public static ResourceState handOverUnread(ResourceState held) {
    return next(held, null, held.claims(), held.phase(), held.checkpoint());
  }

  /** The leg ends because the API is rate limited until {@code until}. */
  public static ResourceState waitUntil(
      ResourceState held, Progress progress, Instant until, String reason) {
    return next(
        held,
        null,
        Math.max(0, held.claims() - 1),
        new Waiting(progress, until, reason),
        held.checkpoint());
  }

  /** The run fails where it is. */
  public static ResourceState fail(ResourceState held, Progress progress, Failure failure) {
    return next(held, null, held.claims(), new Failed(progress, failure), held.checkpoint());
  }

  /** The run gives way to another one, in one write. */
  public static ResourceState restart(ResourceState held, Progress replacement) {
    return next(held, held.lease(), held.claims(), new InFlight(replacement), held.checkpoint());
  }

  private static ResourceState next(
      ResourceState held,
      @Nullable Lease lease,
      int claims,
      Phase phase,
      @Nullable Checkpoint checkpoint) {
    return new ResourceState(
        held.fence(), held.revision() + 1, held.writer(), lease, claims, phase, checkpoint);
  }
}
