package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.state.Bookmark;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run promotes when it ends: declared per resource, never guessed, and only ever forward.
 */
final class Promotions {
  private Promotions() {}

  static Seal seal(ResourcePlan plan, Progress progress, @Nullable Checkpoint before, Instant now) {
    return new Seal(
        progress, now, plan.isOwn(progress.run()) ? promoted(plan, progress, before, now) : null);
  }

  private static Checkpoint promoted(
      ResourcePlan plan, Progress progress, @Nullable Checkpoint before, Instant now) {
    Walk walk = progress.walk();
    Instant serverStart = walk.serverStart();
    Instant start = serverStart == null ? progress.run().startedAt() : serverStart;
    Watermark old = before == null ? null : before.watermark();
    Watermark reached =
        switch (plan.time().promotion()) {
          case MAX_SEEN -> walk.sight().highWater();
          case RUN_START -> new Watermark(start, start.toString());
          case CURSOR -> walk.sight().highWater();
        };
    return new Checkpoint(
        progress.run().id(),
        Watermark.later(old, reached),
        new Bookmark(cursor(plan, walk, before), plan.queryHash(), walk.recoveryTime()),
        start,
        now,
        plan.form(),
        undated(progress, before));
  }

  /** Only a walk over everything can tell that there is no record without a watermark any more. */
  private static boolean undated(Progress progress, @Nullable Checkpoint before) {
    boolean everything = progress.run().scope().from() == null;
    boolean seen = progress.tally().times().undated() > 0;
    return seen || (!everything && before != null && before.undated());
  }

  /**
   * An API that gives no bookmark, as one does that has nothing to return, leaves the last one of
   * the same query standing.
   */
  private static @Nullable String cursor(
      ResourcePlan plan, Walk walk, @Nullable Checkpoint before) {
    Cursor cursor = walk.position().cursor();
    if (cursor != null) {
      return cursor.text();
    }
    return before != null && before.bookmark().queryHash().equals(plan.queryHash())
        ? before.bookmark().cursor()
        : null;
  }
}
