package dev.tidemark.core.traversal;

import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.CycleGuard;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The ways in which a walk moves on, as pure functions. */
final class Steps {
  private Steps() {}

  /** A page was read: what it showed. */
  static Walk seen(
      Walk walk, @Nullable Watermark highWater, boolean ascending, boolean news, Instant server) {
    return new Walk(
        walk.queryHash(),
        walk.from(),
        walk.until(),
        walk.cursor(),
        walk.guard(),
        highWater,
        ascending,
        walk.closing(),
        walk.fresh() || news,
        walk.serverStart() == null ? server : walk.serverStart(),
        walk.recoveryTime(),
        false);
  }

  /** There is another page. */
  static Walk forward(Walk walk, String next, Instant server) {
    return new Walk(
        walk.queryHash(),
        walk.from(),
        walk.until(),
        new Cursor(next, server),
        walk.guard().step(next),
        walk.highWater(),
        walk.ascending(),
        walk.closing(),
        walk.fresh(),
        walk.serverStart(),
        server,
        false);
  }

  /** The query has ended: so has the walk, unless what moved under it has to be looked for. */
  static Walk end(ResourcePlan plan, Walk walk, PageOutcome.Delivered last) {
    return needsClosing(plan, walk) ? closing(walk) : ended(walk, bookmark(last));
  }

  /** The walk has ended, leaving {@code bookmark} for the next run. */
  static Walk ended(Walk walk, @Nullable Cursor bookmark) {
    return new Walk(
        walk.queryHash(),
        walk.from(),
        walk.until(),
        bookmark,
        walk.guard(),
        walk.highWater(),
        walk.ascending(),
        walk.closing(),
        walk.fresh(),
        walk.serverStart(),
        walk.recoveryTime(),
        true);
  }

  /**
   * A closing query is needed as long as the last query needed a cursor, which may have jumped, and
   * showed news, and the high-water has not passed the time of the run's beginning: above that, the
   * next run reads again anyway.
   */
  private static boolean needsClosing(ResourcePlan plan, Walk walk) {
    Watermark high = walk.highWater();
    Instant start = walk.serverStart();
    if (!plan.closingQuery() || !walk.ascending() || high == null || start == null) {
      return false;
    }
    if (walk.cursor() == null) {
      return false;
    }
    boolean passed = !high.at().isBefore(start.minus(plan.time().settleLag()));
    return !passed && (!walk.closing() || walk.fresh());
  }

  private static Walk closing(Walk walk) {
    Watermark high = walk.highWater();
    return new Walk(
        walk.queryHash(),
        high == null ? walk.from() : high.at(),
        walk.until(),
        null,
        CycleGuard.START,
        high,
        walk.ascending(),
        true,
        false,
        walk.serverStart(),
        walk.recoveryTime(),
        false);
  }

  private static @Nullable Cursor bookmark(PageOutcome.Delivered last) {
    String text = last.bookmark();
    return text == null ? null : new Cursor(text, last.serverTime());
  }
}
