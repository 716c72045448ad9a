package dev.tidemark.core.lake;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunId;
import dev.tidemark.core.state.Span;
import java.time.Instant;

/**
 * The place of one batch. It follows from what the batch is alone, so that two owners who believe
 * in the same batch meet at the same key, where only one of them can write.
 */
public record BatchKey(
    ResourceKey resource, int schema, Instant startedAt, RunId run, long sequence) {
  public BatchKey {
    if (sequence < 1) {
      throw new IllegalArgumentException("sequence < 1: " + sequence);
    }
  }

  /** The key of a batch of {@code span}. */
  public static BatchKey of(ResourceKey resource, int schema, Span span, long sequence) {
    return new BatchKey(resource, schema, span.startedAt(), span.run(), sequence);
  }

  /** The object's key. */
  public String path() {
    return Keys.lines(this);
  }
}
