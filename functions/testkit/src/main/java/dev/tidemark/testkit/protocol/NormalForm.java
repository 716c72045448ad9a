package dev.tidemark.testkit.protocol;

import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Seal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes worlds equal between which nothing that can still happen depends. Revisions rise for ever,
 * but all that counts of one is whether it is the stored one: an owner that holds any other is
 * stale, however old, and can do nothing but put a batch or write a manifest that is not there yet.
 * Objects that no run reads any more are left out.
 *
 * @param counts whether claims are counted; without, no run fails for want of progress
 * @param strict whether a stale owner's writes are refused and no object is replaced, as it should
 *     be
 */
record NormalForm(boolean counts, boolean strict) {
  private static final long FENCE = 5;
  private static final long REVISION = 10;
  private static final long STALE = 2;

  World of(World world) {
    ResourceState stored = world.stored();
    boolean held = world.owners().stream().anyMatch(owner -> knows(owner, stored));
    World normal = world.with(current(held ? stored : released(stored)));
    if (world.beside() instanceof Beside.Entering(long seen)) {
      normal = normal.with(new Beside.Entering(fresh(seen, world)));
    }
    for (int slot = 0; slot < world.owners().size(); slot++) {
      normal = normal.with(slot, of(world.owners().get(slot), world));
    }
    return normal.withObjects(read(normal));
  }

  private static boolean knows(Owner owner, ResourceState stored) {
    ResourceState held = owner.held();
    return (held != null && held.revision() == stored.revision())
        || (owner instanceof Owner.Retrying(ResourceState _, ResourceState next)
            && next.equals(stored));
  }

  private Owner of(Owner owner, World world) {
    boolean current = knows(owner, world.stored());
    return switch (owner) {
      case Owner.Off off -> off;
      case Owner.Retrying(ResourceState held, ResourceState next) ->
          current
              ? new Owner.Retrying(number(held, FENCE, REVISION - 1), current(next))
              : new Owner.Off();
      case Owner.At(ResourceState held) ->
          current || canStillStore(held, world)
              ? new Owner.At(known(held, current))
              : new Owner.Off();
      case Owner.Put(ResourceState held, Progress after) ->
          current || !strict ? new Owner.Put(known(held, current), after) : new Owner.Off();
      case Owner.Unput(ResourceState held, StoredBatch batch) ->
          new Owner.Unput(known(held, current), batch);
      case Owner.Published(ResourceState held) ->
          current || canStillEnter(held, world)
              ? new Owner.Published(known(held, current))
              : new Owner.Off();
      case Owner.Entering(ResourceState held, long seen) ->
          current || canStillEnter(held, world)
              ? new Owner.Entering(known(held, current), fresh(seen, world))
              : new Owner.Off();
      case Owner.Entered(ResourceState held) ->
          current || !strict ? new Owner.Entered(known(held, current)) : new Owner.Off();
    };
  }

  private ResourceState known(ResourceState held, boolean current) {
    return current ? current(held) : stale(held);
  }

  /** All that counts of a revision that was read is whether it is the index's. */
  private static long fresh(long seen, World world) {
    return seen == world.lake().index().revision() ? seen : -1;
  }

  private boolean canStillEnter(ResourceState held, World world) {
    return !strict
        || (held.phase() instanceof Phase.Sealed(Seal seal)
            && !world.lake().index().holds(seal.progress().run().id().value()));
  }

  private boolean canStillStore(ResourceState held, World world) {
    if (!strict) {
      return true;
    }
    if (held.phase() instanceof Phase.Sealed(Seal seal)) {
      return !world.lake().manifests().containsKey(seal.progress().run().id().value());
    }
    return held.phase() instanceof Phase.InFlight(Progress run)
        && !run.walk().position().ended()
        && !world.lake().objects().containsKey(Source.key(run.span(), run.span().last() + 1));
  }

  /** What an owner may still look at: the unfinished run, and what is published. */
  private static Map<String, StoredBatch> read(World world) {
    Map<String, StoredBatch> read = new HashMap<>();
    Progress run = world.stored().phase().unfinished();
    if (run != null) {
      List<String> keys = Source.keys(run);
      world
          .lake()
          .objects()
          .forEach((key, batch) -> {
            Progress before = batch.before();
            boolean ahead =
                before.run().id().equals(run.run().id())
                    && before.span().last() >= run.span().last();
            if (ahead || keys.contains(key)) {
              read.put(key, batch);
            }
          });
    }
    for (List<String> keys : world.lake().manifests().values()) {
      for (String key : keys) {
        StoredBatch batch = world.lake().objects().get(key);
        if (batch != null) {
          read.put(key, batch);
        }
      }
    }
    return Map.copyOf(read);
  }

  private ResourceState current(ResourceState state) {
    return number(state, FENCE, REVISION);
  }

  private ResourceState stale(ResourceState held) {
    return new ResourceState(1, STALE, "", held.lease(), 0, first(held.phase()), null);
  }

  private static ResourceState released(ResourceState state) {
    return new ResourceState(
        state.fence(),
        state.revision(),
        "",
        null,
        state.claims(),
        state.phase(),
        state.checkpoint());
  }

  private ResourceState number(ResourceState state, long fence, long revision) {
    return new ResourceState(
        fence,
        revision,
        state.writer(),
        state.lease(),
        counts ? state.claims() : 0,
        first(state.phase()),
        state.checkpoint());
  }

  /** The phase as in the run's first leg: how many there were is counted and decides nothing. */
  private static Phase first(Phase phase) {
    return switch (phase) {
      case Phase.Idle idle -> idle;
      case Phase.InFlight(Progress run) -> new Phase.InFlight(first(run));
      case Phase.Waiting(Progress run, var until, String reason) ->
          new Phase.Waiting(first(run), until, reason);
      case Phase.Sealed(Seal seal) ->
          new Phase.Sealed(new Seal(first(seal.progress()), seal.completedAt(), seal.checkpoint()));
      case Phase.Walked(Progress run) -> new Phase.Walked(first(run));
      case Phase.Failed(Progress run, var failure) -> new Phase.Failed(first(run), failure);
      case Phase.Paused(Progress run) -> new Phase.Paused(run == null ? null : first(run));
    };
  }

  private static Progress first(Progress run) {
    return new Progress(run.run(), run.span(), run.walk(), run.tally(), 0);
  }
}
