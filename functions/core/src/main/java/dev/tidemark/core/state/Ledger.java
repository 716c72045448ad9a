package dev.tidemark.core.state;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceStateStore.Write;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A resource's state in the hands of the owner of its lease: every move is one conditional write on
 * top of the last one.
 *
 * <p>Each verb is false if another owner or the operator took over: nothing was written, and
 * nothing may be any more. A write that is refused may be our own, made by a first attempt whose
 * answer was lost: then exactly what we meant to write is what is stored, and that is success.
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

  /** Records progress after a durable batch. */
  public boolean advance(Progress to) {
    return record(Transitions.advance(held, to));
  }

  /** Records that the walk's end was reached. */
  public boolean seal(Seal seal) {
    return record(Transitions.seal(held, seal));
  }

  /** Records that a slice has reached its end. */
  public boolean walked(Progress progress) {
    return record(Transitions.walked(held, progress));
  }

  /**
   * Records that the run is published.
   *
   * @param promoted the checkpoint that counts from here on; null where it stays as it is
   */
  public boolean complete(@Nullable Checkpoint promoted) {
    return record(Transitions.complete(held, promoted));
  }

  /**
   * Ends the leg on purpose, so that another may follow at once.
   *
   * @param spent the same place in the API, with what the leg spent there without a page
   */
  public boolean handOver(Progress spent) {
    return record(Transitions.handOver(held, spent));
  }

  /** Ends a leg that has read nothing. */
  public boolean handOverUnread() {
    return record(Transitions.handOverUnread(held));
  }

  /** Ends the leg because the API is rate limited until {@code until}. */
  public boolean waitUntil(Progress progress, Instant until, String reason) {
    return record(Transitions.waitUntil(held, progress, until, reason));
  }

  /** Fails the run where it is. */
  public boolean fail(Progress progress, Failure failure) {
    return record(Transitions.fail(held, progress, failure));
  }

  /** Lets the run give way to another one. */
  public boolean restart(Progress replacement) {
    return record(Transitions.restart(held, replacement));
  }

  /** Makes the move to {@code next}, which one of {@link Transitions} led to. */
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
