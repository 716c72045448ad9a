package dev.tidemark.testkit.protocol;

import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything there is: the state item, the objects and manifests, and the owners.
 *
 * @param allowance what may still happen
 * @param beside a reconcile that shares the index
 */
record World(
    ResourceState stored,
    LandedObjects lake,
    List<Owner> owners,
    Allowance allowance,
    Beside beside) {
  static World empty() {
    return new World(
        ResourceState.NEVER_RUN,
        LandedObjects.EMPTY,
        List.of(new Owner.Off(), new Owner.Off()),
        Allowance.NONE,
        new Beside.Nobody());
  }

  /** A first run in flight, with the batches of its first {@code count} pages before it. */
  static World behind(Source source, int count) {
    Progress begun = Source.begin(1);
    World world =
        empty().with(new ResourceState(1, 1, "", null, 0, new Phase.InFlight(begun), null));
    Progress at = begun;
    for (int page = 1; page <= count; page++) {
      StoredBatch batch = source.batch(at, "X" + page);
      world = world.with(batch);
      at = batch.after();
    }
    return world.withRuns(1);
  }

  /** The same with a reconcile that is about to enter the index. */
  World besideAReconcile() {
    return with(new Beside.Published());
  }

  World with(PublishedIndex next) {
    return with(lake.with(next));
  }

  World with(Beside next) {
    return new World(stored, lake, owners, allowance, next);
  }

  World with(ResourceState next) {
    return new World(next, lake, owners, allowance, beside);
  }

  World with(int slot, Owner owner) {
    List<Owner> others = new ArrayList<>(owners);
    others.set(slot, owner);
    return new World(stored, lake, List.copyOf(others), allowance, beside);
  }

  World with(StoredBatch batch) {
    return with(lake.with(batch));
  }

  World withManifest(String run, List<String> keys) {
    return with(lake.withManifest(run, keys));
  }

  World withObjects(Map<String, StoredBatch> others) {
    return with(lake.with(others));
  }

  World withRuns(int more) {
    return with(new Allowance(more, allowance.verbs(), allowance.foreign()));
  }

  World withVerbs(int left) {
    return with(new Allowance(allowance.runs(), left, allowance.foreign()));
  }

  World expectingForeign() {
    return with(new Allowance(allowance.runs(), allowance.verbs(), true));
  }

  World withForeign(StoredBatch batch) {
    return with(batch).with(new Allowance(allowance.runs(), allowance.verbs(), false));
  }

  private World with(LandedObjects other) {
    return new World(stored, other, owners, allowance, beside);
  }

  private World with(Allowance other) {
    return new World(stored, lake, owners, other, beside);
  }
}
