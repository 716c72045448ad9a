package dev.tidemark.testkit.protocol;

import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.state.ResourceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything there is: the state item, the objects by key, the manifests by run, and the owners.
 *
 * @param runs runs begun so far
 * @param verbs how often a person may still interfere
 * @param foreign whether an object may still appear that is no batch of its place
 */
record World(
    ResourceState stored,
    Map<String, StoredBatch> objects,
    Map<String, List<String>> manifests,
    List<Owner> owners,
    int runs,
    int verbs,
    boolean foreign) {
  static World empty() {
    return new World(
        ResourceState.NEVER_RUN,
        Map.of(),
        Map.of(),
        List.of(new Owner.Off(), new Owner.Off()),
        0,
        0,
        false);
  }

  World with(ResourceState next) {
    return new World(next, objects, manifests, owners, runs, verbs, foreign);
  }

  World with(int slot, Owner owner) {
    List<Owner> others = new ArrayList<>(owners);
    others.set(slot, owner);
    return new World(stored, objects, manifests, List.copyOf(others), runs, verbs, foreign);
  }

  World with(StoredBatch batch) {
    Map<String, StoredBatch> more = new HashMap<>(objects);
    more.put(batch.key(), batch);
    return new World(stored, Map.copyOf(more), manifests, owners, runs, verbs, foreign);
  }

  World withManifest(String run, List<String> keys) {
    Map<String, List<String>> more = new HashMap<>(manifests);
    more.put(run, keys);
    return new World(stored, objects, Map.copyOf(more), owners, runs, verbs, foreign);
  }

  World withObjects(Map<String, StoredBatch> others) {
    return new World(stored, others, manifests, owners, runs, verbs, foreign);
  }

  World withRuns(int more) {
    return new World(stored, objects, manifests, owners, more, verbs, foreign);
  }

  World withVerbs(int left) {
    return new World(stored, objects, manifests, owners, runs, left, foreign);
  }

  World expectingForeign() {
    return new World(stored, objects, manifests, owners, runs, verbs, true);
  }

  World withForeign(StoredBatch batch) {
    World there = with(batch);
    return new World(
        there.stored, there.objects, there.manifests, there.owners, runs, verbs, false);
  }
}
