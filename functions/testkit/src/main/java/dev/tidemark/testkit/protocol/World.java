package dev.tidemark.testkit.protocol;

import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything there is: the state item, the objects by key, the manifests by run, and the owners.
 *
 * @param runs runs begun so far
 * @param verbs how often the operator may still interfere
 * @param index of what is published
 * @param beside a reconcile that shares the index
 * @param foreign whether an object may still appear that is no batch of its place
 */
record World(
    ResourceState stored,
    Map<String, StoredBatch> objects,
    Map<String, List<String>> manifests,
    List<Owner> owners,
    int runs,
    int verbs,
    boolean foreign,
    PublishedIndex index,
    Beside beside) {
  static World empty() {
    return new World(
        ResourceState.NEVER_RUN,
        Map.of(),
        Map.of(),
        List.of(new Owner.Off(), new Owner.Off()),
        0,
        0,
        false,
        PublishedIndex.EMPTY,
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
    return new World(stored, objects, manifests, owners, runs, verbs, foreign, next, beside);
  }

  World with(Beside next) {
    return new World(stored, objects, manifests, owners, runs, verbs, foreign, index, next);
  }

  World with(ResourceState next) {
    return new World(next, objects, manifests, owners, runs, verbs, foreign, index, beside);
  }

  World with(int slot, Owner owner) {
    List<Owner> others = new ArrayList<>(owners);
    others.set(slot, owner);
    return new World(
        stored, objects, manifests, List.copyOf(others), runs, verbs, foreign, index, beside);
  }

  World with(StoredBatch batch) {
    Map<String, StoredBatch> more = new HashMap<>(objects);
    more.put(batch.key(), batch);
    return new World(
        stored, Map.copyOf(more), manifests, owners, runs, verbs, foreign, index, beside);
  }

  World withManifest(String run, List<String> keys) {
    Map<String, List<String>> more = new HashMap<>(manifests);
    more.put(run, keys);
    return new World(
        stored, objects, Map.copyOf(more), owners, runs, verbs, foreign, index, beside);
  }

  World withObjects(Map<String, StoredBatch> others) {
    return new World(stored, others, manifests, owners, runs, verbs, foreign, index, beside);
  }

  World withRuns(int more) {
    return new World(stored, objects, manifests, owners, more, verbs, foreign, index, beside);
  }

  World withVerbs(int left) {
    return new World(stored, objects, manifests, owners, runs, left, foreign, index, beside);
  }

  World expectingForeign() {
    return new World(stored, objects, manifests, owners, runs, verbs, true, index, beside);
  }

  World withForeign(StoredBatch batch) {
    World there = with(batch);
    return new World(
        there.stored,
        there.objects,
        there.manifests,
        there.owners,
        runs,
        verbs,
        false,
        index,
        beside);
  }
}
