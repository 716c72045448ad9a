package dev.tidemark.testkit.race;

import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.fingerprint.PublishedIndexes;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.ResourceStateStore;
import dev.tidemark.testkit.traversal.PassingSink;
import java.util.List;

/** A way in which a store may break its contract, to see that the search finds the damage. */
enum Flaw {
  /** None. */
  NONE,
  /** States are written whatever is stored. */
  UNCONDITIONAL_STATES,
  /** Who comes second to a key is told that the batch there is its own. */
  BLIND_SINK,
  /** The index of what is published is replaced whatever it has become. */
  UNCONDITIONAL_INDEX;

  ResourceStateStore states(ResourceStateStore states) {
    return this == UNCONDITIONAL_STATES ? new AnyStates(states) : states;
  }

  BatchSink sink(BatchSink sink) {
    return this == BLIND_SINK ? new BlindSink(sink) : sink;
  }

  PublishedIndexes indexes(PublishedIndexes indexes) {
    return this == UNCONDITIONAL_INDEX ? new AnyIndexes(indexes) : indexes;
  }

  private record AnyStates(ResourceStateStore states) implements ResourceStateStore {
    @Override
    public ResourceState read(ResourceKey key) {
      return states.read(key);
    }

    @Override
    public Write write(ResourceKey key, ResourceState expected, ResourceState next) {
      ResourceState current = states.read(key);
      long revision = Math.max(current.revision() + 1, next.revision());
      return states.write(
          key,
          current,
          new ResourceState(
              next.fence(),
              revision,
              next.writer(),
              next.lease(),
              next.claims(),
              next.phase(),
              next.checkpoint()));
    }

    @Override
    public List<ResourceKey> keys(String connection) {
      return states.keys(connection);
    }
  }

  private record AnyIndexes(PublishedIndexes indexes) implements PublishedIndexes {
    @Override
    public PublishedIndex read(ResourceKey resource, int schema) {
      return indexes.read(resource, schema);
    }

    @Override
    public boolean replace(
        ResourceKey resource, int schema, PublishedIndex expected, PublishedIndex next) {
      return indexes.replace(resource, schema, read(resource, schema), next);
    }
  }

  private static final class BlindSink extends PassingSink {
    BlindSink(BatchSink sink) {
      super(sink);
    }

    @Override
    public Put put(Batch batch) {
      super.put(batch);
      return new Put.Stored();
    }
  }
}
