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
 * @param bookmark the API's own, across runs
 * @param runStart when that run began, by the server's clock where it sent one
 * @param form in which its records landed
 * @param undated whether there are records without a watermark, which a filter by time never shows
 */
public record Checkpoint(
    RunId run,
    @Nullable Watermark watermark,
    Bookmark bookmark,
    Instant runStart,
    Instant completedAt,
    LandedForm form,
    boolean undated) {
  /** Whether nothing is behind it: the next run begins as the first. */
  public boolean holdsNothing() {
    return watermark == null && bookmark.cursor() == null && bookmark.recoveryTime() == null;
  }

  /** The same checkpoint with nothing behind it: the next run begins as the first. */
  public Checkpoint forgotten() {
    return new Checkpoint(run, null, bookmark.forgotten(), runStart, completedAt, form, undated);
  }

  /** The same checkpoint where there are records without a watermark. */
  public Checkpoint withUndated() {
    return new Checkpoint(run, watermark, bookmark, runStart, completedAt, form, true);
  }
}
