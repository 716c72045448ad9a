package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.PublishedAs;
import dev.tidemark.core.lake.RawRecord;
import dev.tidemark.core.plan.Bounds;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.state.CallCounts;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.PageGuard;
import dev.tidemark.core.state.RecordCounts;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.StoredCounts;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.TimeCounts;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.core.watermark.TimePolicy;
import dev.tidemark.core.watermark.VersionRank;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts one page and says where the walk stands after it. */
final class PageTally {
  /** Fewer records may well have changed all together. */
  private static final int FEW = 5;

  private static final int TENTHS = 10;

  private final ResourcePlan plan;
  private final Run run;
  private final Walk walk;
  private final Bounds bounds;
  private final Ascent ascent;
  private long upserts;
  private long deletes;
  private long duplicates;
  private long rejected;
  private long undated;
  private long outside;
  private long older;
  private long passedOver;
  private long content;
  private long known;
  private long restated;
  private boolean any;

  PageTally(ResourcePlan plan, Run run, Walk walk, Instant asked) {
    this.plan = plan;
    this.run = run;
    this.walk = walk;
    this.bounds = new Bounds(plan, run);
    this.ascent =
        new Ascent(noJumpBefore(plan, walk), asked, plan.stepped() ? null : provenOrder(walk));
  }

  private static @Nullable Instant noJumpBefore(ResourcePlan plan, Walk walk) {
    Cursor cursor = walk.position().cursor();
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
    Watermark high = walk.sight().highWater();
    Instant from = walk.query().from();
    boolean again =
        high != null && from != null && !high.at().isAfter(from.plus(TimePolicy.RECOVERY_MARGIN));
    return again ? null : high;
  }

  /** Looks at a record; false if it lies outside the bounds that the run was asked for. */
  boolean see(RawRecord record) {
    if (walk.stage() == Stage.VANISHED) {
      return true;
    }
    Watermark watermark = record.watermark();
    any = true;
    content += mix(record.identity().hashCode());
    if (watermark == null) {
      undated++;
      return true;
    }
    ascent.see(watermark);
    if (bounds.excludes(watermark)) {
      outside++;
      return false;
    }
    if (bounds.disobeys(walk, watermark)) {
      older++;
    }
    return true;
  }

  void duplicate() {
    duplicates++;
  }

  /**
   * Compares a record with what it was published as. Only what has the same version ought to be the
   * same; without one, only where the walk asked for everything.
   *
   * @param before null where it was not
   */
  void compare(RawRecord record, @Nullable PublishedAs before, boolean same) {
    if (before == null
        || walk.stage() == Stage.VANISHED
        || record.deleted()
        || before.bytes() == Fingerprint.DOUBT
        || Fingerprint.gone(before.bytes())
        || before.rank() != record.rank()
        || (record.rank() == VersionRank.NONE && walk.query().from() != null)) {
      return;
    }
    known++;
    restated += same ? 0 : 1;
  }

  void news(boolean deleted) {
    if (deleted) {
      deletes++;
    } else {
      upserts++;
    }
  }

  void passOver() {
    passedOver++;
  }

  void rejected() {
    rejected++;
  }

  /**
   * Notes what the record shows of itself, so that a page can be distinguished from another. Bytes
   * are no part of it, since a signed link in a record makes them new each time; only in a feed of
   * changes does one record stand for many.
   */
  void content(RawRecord record, Fingerprint fingerprint) {
    boolean feed = plan.time().promotion() == Promotion.CURSOR;
    Watermark at = record.watermark();
    long shown =
        feed
            ? fingerprint.bytes()
            : Objects.hash(record.version(), at == null ? null : at.raw(), record.deleted());
    content += mix(fingerprint.idLow() * 31 + shown);
  }

  /** Spreads a number over all bits, so that sums of different records differ. */
  private static long mix(long number) {
    long spread = (number ^ (number >>> 32)) * 0x9E3779B97F4A7C15L;
    return (spread ^ (spread >>> 29)) * 0xBF58476D1CE4E5B9L;
  }

  /**
   * What the page adds to its run.
   *
   * @param calls that it took
   */
  Tally total(int calls, Warnings warnings) {
    return new Tally(
        calls,
        passedOver,
        new RecordCounts(upserts, deletes, duplicates, rejected, outside),
        new TimeCounts(undated, ascent.future(), older),
        StoredCounts.ZERO,
        new CallCounts(calls, 0, 0, 0),
        warnings.plus(Warnings.of(Warning.NEARLY_ALL_CHANGED, nearlyAllChanged() ? 1 : 0)));
  }

  private boolean nearlyAllChanged() {
    return known >= FEW && restated * TENTHS >= known * (TENTHS - 1);
  }

  /**
   * Where the walk stands after the page.
   *
   * @param forgetful whether news may be old, so that they prove nothing
   */
  Walk step(PageOutcome.Delivered delivered, boolean forgetful) {
    boolean news = !forgetful && upserts + deletes > 0;
    Walk seen =
        walk.seen(risen(), ordered(), news, delivered.serverTime())
            .with(pages())
            .confirming(confirmed());
    String next = delivered.next();
    if (next != null && !bounds.passed(seen, plan, ascent.last())) {
      return Steps.forward(seen, next, trail(next), delivered.serverTime());
    }
    return Steps.end(plan, run, seen, delivered);
  }

  /** Whether the page is the one before it once more. */
  boolean again() {
    return any && walk.position().pages().last().equals(digest());
  }

  private String digest() {
    return Long.toHexString(content);
  }

  /** The guard over the content of the pages, this one included. */
  PageGuard pages() {
    boolean rereads = plan.time().ascending() && plan.time().filtered();
    return any ? walk.position().pages().step(digest(), rereads) : walk.position().pages();
  }

  /**
   * What shows that a walk goes in circles when it comes again. In an ascending walk a cursor alone
   * does not: where it names a row, it is given out once more when that row was edited and ends
   * another page. In a circle the page's last watermark comes again with it.
   */
  String trail(String next) {
    Watermark last = ascent.last();
    return plan.time().ascending() && last != null ? next + '\n' + last.raw() : next;
  }

  private @Nullable Watermark risen() {
    return Watermark.later(walk.sight().highWater(), ascent.trusted());
  }

  private @Nullable Watermark confirmed() {
    Watermark high = walk.sight().highWater();
    return high != null && ascent.confirms(high) ? high : walk.sight().confirmed();
  }

  private boolean ordered() {
    return walk.sight().ascending() && (!plan.time().ascending() || ascent.ordered());
  }
}
