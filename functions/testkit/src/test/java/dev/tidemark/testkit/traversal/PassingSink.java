package dev.tidemark.testkit.traversal;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.StoredBatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes all on to another sink, but for what a test overrides. */
public class PassingSink implements BatchSink {
  private final BatchSink sink;

  public PassingSink(BatchSink sink) {
    this.sink = sink;
  }

  @Override
  public Put put(Batch batch) {
    return sink.put(batch);
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
