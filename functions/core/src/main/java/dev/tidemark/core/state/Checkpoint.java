package dev.tidemark.core.state;

import dev.tidemark.core.run.RunId;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The durable mark of a completed run.
 *
 * @param run the run that left it, by which a lost {@code complete} is recognised
 * @param watermark how far record time is covered; null where nothing was ever seen
 * @param cursor the API's bookmark across runs; null where the resource has none
 * @param runStart when that run began, by the server's clock where it sent one
 * @param recoveryTime the server's time before the request that ended that run: from there the API
 *     is asked again if the bookmark is lost; null where the API gave none
 * @param queryHash of the query that the bookmark belongs to
 * @param schema version of the landed form
 * @param shape which of a record's members were asked for; empty for all
 * @param undated whether there are records without a watermark, which a filter by time never shows
 */
public record Checkpoint(
    RunId run,
    @Nullable Watermark watermark,
    @Nullable String cursor,
    Instant runStart,
    Instant completedAt,
    @Nullable Instant recoveryTime,
    String queryHash,
    int schema,
    String shape,
    boolean undated) {
  /** Whether nothing is behind it: the next run begins as the first. */
  public boolean holdsNothing() {
    return watermark == null && cursor == null && recoveryTime == null;
  }

  /** The same checkpoint with nothing behind it: the next run begins as the first. */
  public Checkpoint forgotten() {
    return new Checkpoint(
        run, null, null, runStart, completedAt, null, queryHash, schema, shape, undated);
  }

  /** The same checkpoint where there are records without a watermark. */
  public Checkpoint withUndated() {
    return new Checkpoint(
        run,
        watermark,
        cursor,
        runStart,
        completedAt,
        recoveryTime,
        queryHash,
        schema,
        shape,
        true);
  }
}
