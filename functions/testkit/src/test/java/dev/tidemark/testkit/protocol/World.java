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
 * @param verbs what a person has still to do
 */
record World(
    ResourceState stored,
    Map<String, StoredBatch> objects,
    Map<String, List<String>> manifests,
    List<Owner> owners,
    int runs,
    int verbs) {
  static World empty(int verbs) {
    return new World(
        ResourceState.NEVER_RUN,
        Map.of(),
        Map.of(),
        List.of(new Owner.Off(), new Owner.Off()),
        0,
        verbs);
  }

  World with(ResourceState next) {
    return new World(next, objects, manifests, owners, runs, verbs);
  }

  World with(int slot, Owner owner) {
    List<Owner> others = new ArrayList<>(owners);
    others.set(slot, owner);
    return new World(stored, objects, manifests, List.copyOf(others), runs, verbs);
  }

  World with(StoredBatch batch) {
    Map<String, StoredBatch> more = new HashMap<>(objects);
    more.put(batch.key(), batch);
    return new World(stored, Map.copyOf(more), manifests, owners, runs, verbs);
  }

  World withManifest(String run, List<String> keys) {
    Map<String, List<String>> more = new HashMap<>(manifests);
    more.put(run, keys);
    return new World(stored, objects, Map.copyOf(more), owners, runs, verbs);
  }

  World withObjects(Map<String, StoredBatch> others) {
    return new World(stored, others, manifests, owners, runs, verbs);
  }

  World withRuns(int more) {
    return new World(stored, objects, manifests, owners, more, verbs);
  }

  World withVerbs(int left) {
    return new World(stored, objects, manifests, owners, runs, left);
  }
}
