package dev.tidemark.testkit.traversal;

import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchSink;
import org.jspecify.annotations.Nullable;

/**
 * Holds the next batch back, as a network does, and lets the leg believe that storing it failed.
 */
public final class LateSink extends PassingSink {
  private @Nullable Batch late;

  public LateSink(BatchSink sink) {
    super(sink);
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
    super.put(late);
  }
}
