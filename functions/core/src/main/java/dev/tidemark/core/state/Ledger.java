package dev.tidemark.core.state;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceStateStore.Write;

/**
 * A resource's state in the hands of the owner of its lease: every move is one conditional write on
 * top of the last one.
 *
 * <p>A write that is refused may be our own, made by a first attempt whose answer was lost: then
 * exactly what we meant to write is what is stored, and that is success.
 */
public final class Ledger {
  private final ResourceStateStore store;
  private final ResourceKey key;
  private ResourceState held;

  /**
   * @param held what the claim wrote
   */
  public Ledger(ResourceStateStore store, ResourceKey key, ResourceState held) {
    this.store = store;
    this.key = key;
    this.held = held;
  }

  /** What the owner believes is stored. */
  public ResourceState held() {
    return held;
  }

  /** The run in the owner's hands. */
  public Progress progress() {
    Progress progress = held.phase().unfinished();
    if (progress == null) {
      throw new IllegalStateException("no run in flight: " + key);
    }
    return progress;
  }

  /**
   * Makes a move.
   *
   * @return false if another owner or the operator took over: nothing was written, and nothing may
   *     be any more
   */
  public boolean record(ResourceState next) {
    boolean ours =
        switch (store.write(key, held, next)) {
          case Write.Written() -> true;
          case Write.Refused(ResourceState current) ->
              current.equals(next) || completed(current, next);
        };
    if (ours) {
      held = next;
    }
    return ours;
  }

  /**
   * A lost {@code complete} shows even after the next claim: the checkpoint names the run that left
   * it.
   */
  private boolean completed(ResourceState current, ResourceState meant) {
    Checkpoint stored = current.checkpoint();
    Checkpoint ours = meant.checkpoint();
    return meant.phase() instanceof Phase.Idle
        && stored != null
        && ours != null
        && stored.run().equals(ours.run())
        && stored.run().equals(progress().run().id());
  }
}
