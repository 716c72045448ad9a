package dev.tidemark.core.state;

import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands in the API: which query it is in and how far.
 *
 * @param queryHash of the query that the cursor belongs to; a cursor is refused for any other
 * @param from lower bound of the query in record time; null where it has none
 * @param until upper bound, exclusive; null where it has none
 * @param cursor where the next page begins; null for the query's first page
 * @param guard over the trail of this run
 * @param pages over the content of its pages
 * @param highWater the highest trusted watermark seen
 * @param confirmed the high-water before the last page that showed nothing older: one page alone is
 *     no place to resume a walk at
 * @param ascending false once a record came out of order, though order was declared
 * @param stage what the walk is at
 * @param fresh whether the current query has shown a record that the run had not seen
 * @param serverStart the server's time of the run's first response
 * @param recoveryTime the server's time before the last request: from there the API can be asked
 *     again if its bookmark is lost
 * @param ended whether the API said that there is no more
 */
public record Walk(
    String queryHash,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Cursor cursor,
    CycleGuard guard,
    PageGuard pages,
    @Nullable Watermark highWater,
    @Nullable Watermark confirmed,
    boolean ascending,
    Stage stage,
    boolean fresh,
    @Nullable Instant serverStart,
    @Nullable Instant recoveryTime,
    boolean ended) {

  /** A walk before its first page. */
  public static Walk begin(String queryHash, @Nullable Instant from, @Nullable Instant until) {
    return begin(queryHash, from, until, Stage.LIST);
  }

  /** A walk before its first page, at {@code stage}. */
  public static Walk begin(
      String queryHash, @Nullable Instant from, @Nullable Instant until, Stage stage) {
    return new Walk(
        queryHash,
        from,
        until,
        null,
        CycleGuard.START,
        PageGuard.START,
        null,
        null,
        true,
        stage,
        false,
        null,
        null,
        false);
  }

  /** The same walk, standing at {@code position}. */
  public Walk at(@Nullable Cursor position) {
    return with(from, position, guard, stage, recoveryTime, ended);
  }

  /**
   * The same walk one page on: the API gave out {@code next}.
   *
   * @param trail what the guard compares
   */
  public Walk forward(Cursor next, String trail) {
    return with(from, next, guard.step(trail), stage, next.issuedAt(), false);
  }

  /** The same walk at its end, leaving {@code bookmark}. */
  public Walk end(@Nullable Cursor bookmark) {
    return with(from, bookmark, guard, stage, recoveryTime, true);
  }

  /** The same walk at the beginning of a fresh query from {@code lower} on. */
  public Walk turn(Stage next, @Nullable Instant lower) {
    return with(lower, null, CycleGuard.START, next, recoveryTime, false)
        .with(PageGuard.START)
        .fresh(false);
  }

  /** The same walk after a page that showed {@code high}, answered at {@code server}. */
  public Walk seen(@Nullable Watermark high, boolean ordered, boolean news, Instant server) {
    Instant start = serverStart == null ? server : serverStart;
    Instant recovery = recoveryTime == null ? server : recoveryTime;
    return new Walk(
        queryHash,
        from,
        until,
        cursor,
        guard,
        pages,
        high,
        confirmed,
        ordered,
        stage,
        fresh || news,
        start,
        recovery,
        false);
  }

  /** The same walk with its pages watched so far by {@code watched}. */
  public Walk with(PageGuard watched) {
    return new Walk(
        queryHash,
        from,
        until,
        cursor,
        guard,
        watched,
        highWater,
        confirmed,
        ascending,
        stage,
        fresh,
        serverStart,
        recoveryTime,
        ended);
  }

  /** The same walk with a high-water that a later page has confirmed. */
  public Walk confirming(@Nullable Watermark high) {
    return new Walk(
        queryHash,
        from,
        until,
        cursor,
        guard,
        pages,
        highWater,
        high,
        ascending,
        stage,
        fresh,
        serverStart,
        recoveryTime,
        ended);
  }

  private Walk fresh(boolean so) {
    return new Walk(
        queryHash,
        from,
        until,
        cursor,
        guard,
        pages,
        highWater,
        confirmed,
        ascending,
        stage,
        so,
        serverStart,
        recoveryTime,
        ended);
  }

  private Walk with(
      @Nullable Instant lower,
      @Nullable Cursor position,
      CycleGuard cycles,
      Stage at,
      @Nullable Instant recovery,
      boolean over) {
    return new Walk(
        queryHash,
        lower,
        until,
        position,
        cycles,
        pages,
        highWater,
        confirmed,
        ascending,
        at,
        fresh,
        serverStart,
        recovery,
        over);
  }

  /** Whether a page read from here would be the same page: the input of a batch. */
  public boolean sameInput(Walk other) {
    return queryHash.equals(other.queryHash)
        && Objects.equals(from, other.from)
        && Objects.equals(until, other.until)
        && stage == other.stage
        && text(cursor).equals(text(other.cursor));
  }

  private static String text(@Nullable Cursor cursor) {
    return cursor == null ? "" : cursor.text();
  }
}
