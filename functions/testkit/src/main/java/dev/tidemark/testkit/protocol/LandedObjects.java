package dev.tidemark.testkit.protocol;

import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.lake.StoredBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is stored of records.
 *
 * @param objects by their keys
 * @param manifests the keys that each lists, by run
 * @param index of what is published
 */
record LandedObjects(
    Map<String, StoredBatch> objects, Map<String, List<String>> manifests, PublishedIndex index) {
  static final LandedObjects EMPTY = new LandedObjects(Map.of(), Map.of(), PublishedIndex.EMPTY);

  LandedObjects with(StoredBatch batch) {
    Map<String, StoredBatch> more = new HashMap<>(objects);
    more.put(batch.key(), batch);
    return with(Map.copyOf(more));
  }

  LandedObjects with(Map<String, StoredBatch> others) {
    return new LandedObjects(others, manifests, index);
  }

  LandedObjects with(PublishedIndex next) {
    return new LandedObjects(objects, manifests, next);
  }

  LandedObjects withManifest(String run, List<String> keys) {
    Map<String, List<String>> more = new HashMap<>(manifests);
    more.put(run, keys);
    return new LandedObjects(objects, Map.copyOf(more), index);
  }
}
