package dev.tidemark.core.traversal;

import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.TimePolicy;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts one page and says where the walk stands after it. */
final class PageTally {
  private final ResourcePlan plan;
  private final Ascent ascent;
  private long upserts;
  private long deletes;
  private long duplicates;
  private long rejected;
  private long undated;

  PageTally(ResourcePlan plan, Walk walk, Instant asked) {
    this.plan = plan;
    this.ascent = new Ascent(noJumpBefore(plan, walk), asked, provenOrder(walk));
  }

  private static @Nullable Instant noJumpBefore(ResourcePlan plan, Walk walk) {
    Cursor cursor = walk.cursor();
    if (cursor == null || !plan.time().ascending()) {
      return null;
    }
    Instant start = walk.serverStart();
    Instant first = start == null ? cursor.issuedAt() : start;
    return first.minus(plan.time().settleLag());
  }

  /**
   * A run that took over reads the margin below the high-water again: there, older records are in
   * order.
   */
  private static @Nullable Watermark provenOrder(Walk walk) {
    Watermark high = walk.highWater();
    Instant from = walk.from();
    boolean again =
        high != null && from != null && !high.at().isAfter(from.plus(TimePolicy.RECOVERY_MARGIN));
    return again ? null : high;
  }

  void see(RawRecord record) {
    Watermark watermark = record.watermark();
    if (watermark == null) {
      undated++;
    } else {
      ascent.see(watermark);
    }
  }

  void duplicate() {
    duplicates++;
  }

  void news(boolean deleted) {
    if (deleted) {
      deletes++;
    } else {
      upserts++;
    }
  }

  void rejected() {
    rejected++;
  }

  /** What the page adds to its run. */
  Tally total() {
    return new Tally(
        1, upserts, deletes, duplicates, rejected, undated, ascent.future(), 0, 0, 1, 0, 0, 0);
  }

  /**
   * Where the walk stands after the page.
   *
   * @param forgetful whether news may be old, so that they prove nothing
   */
  Walk step(Walk walk, PageOutcome.Delivered delivered, boolean forgetful) {
    boolean news = !forgetful && upserts + deletes > 0;
    Walk seen = Steps.seen(walk, risen(walk), ordered(walk), news, delivered.serverTime());
    String next = delivered.next();
    return next == null
        ? Steps.end(plan, seen, delivered)
        : Steps.forward(seen, next, delivered.serverTime());
  }

  private @Nullable Watermark risen(Walk walk) {
    return Watermark.later(walk.highWater(), ascent.trusted());
  }

  private boolean ordered(Walk walk) {
    return walk.ascending() && (!plan.time().ascending() || ascent.ordered());
  }
}
