package dev.tidemark.testkit.traversal;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.StoredBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the next batch back, as a network does, and lets the leg believe that storing it failed.
 */
public final class LateSink implements BatchSink {
  private final BatchSink sink;
  private @Nullable Batch late;

  public LateSink(BatchSink sink) {
    this.sink = sink;
  }

  @Override
  public Put put(Batch batch) {
    late = batch;
    throw new IllegalStateException("timed out");
  }

  /** The batch that was held back arrives. */
  public void arrive() {
    if (late == null) {
      throw new IllegalStateException("nothing was held back");
    }
    sink.put(late);
  }

  @Override
  public @Nullable StoredBatch find(BatchKey key) {
    return sink.find(key);
  }

  @Override
  public List<StoredBatch> findAll(List<BatchKey> keys) {
    return sink.findAll(keys);
  }

  @Override
  public FingerprintLog seen(StoredBatch batch) {
    return sink.seen(batch);
  }

  @Override
  public FingerprintLog fingerprints(StoredBatch batch) {
    return sink.fingerprints(batch);
  }

  @Override
  public String publish(Manifest manifest) {
    return sink.publish(manifest);
  }
}
