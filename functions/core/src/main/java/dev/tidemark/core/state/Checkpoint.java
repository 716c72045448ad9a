package dev.tidemark.core.state;

import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.run.RunId;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The durable mark of a completed run.
 *
 * @param run the run that left it, by which a lost {@code complete} is recognised
 * @param watermark how far record time is covered; null where nothing was ever seen
 * @param cursor the API's bookmark across runs; null where the resource has none
 * @param runStart when that run began, by the server's clock where it told
 * @param schema version of the landed form that the fingerprints speak of
 * @param index fingerprints of what is published, oldest first
 */
public record Checkpoint(
    RunId run,
    @Nullable Watermark watermark,
    @Nullable String cursor,
    Instant runStart,
    Instant completedAt,
    int schema,
    List<IndexSegment> index) {
  public Checkpoint {
    index = List.copyOf(index);
  }

  /** The same checkpoint with other fingerprints. */
  public Checkpoint with(List<IndexSegment> segments) {
    return new Checkpoint(run, watermark, cursor, runStart, completedAt, schema, segments);
  }
}
