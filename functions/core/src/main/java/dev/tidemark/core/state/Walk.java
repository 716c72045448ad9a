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
 * @param guard over the cursors of this run
 * @param highWater the highest trusted watermark seen
 * @param ascending false once a record came out of order, though order was declared
 * @param closing whether this is the fresh query that ends a walk over a moving list
 * @param fresh whether the current query has shown a record that the run had not seen
 * @param serverStart the server's time of the run's first response
 * @param recoveryTime the server's time before the last request: where to start again if the cursor
 *     is lost
 * @param ended whether the API said that there is no more
 */
public record Walk(
    String queryHash,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Cursor cursor,
    CycleGuard guard,
    @Nullable Watermark highWater,
    boolean ascending,
    boolean closing,
    boolean fresh,
    @Nullable Instant serverStart,
    @Nullable Instant recoveryTime,
    boolean ended) {

  /** A walk before its first page. */
  public static Walk begin(String queryHash, @Nullable Instant from, @Nullable Instant until) {
    return new Walk(
        queryHash,
        from,
        until,
        null,
        CycleGuard.START,
        null,
        true,
        false,
        false,
        null,
        null,
        false);
  }

  /** The same walk, beginning at {@code bookmark}. */
  public Walk from(Cursor bookmark) {
    return new Walk(
        queryHash,
        from,
        until,
        bookmark,
        guard,
        highWater,
        ascending,
        closing,
        fresh,
        serverStart,
        recoveryTime,
        ended);
  }

  /** Whether a page read from here would be the same page: the input of a batch. */
  public boolean sameInput(Walk other) {
    return queryHash.equals(other.queryHash)
        && Objects.equals(from, other.from)
        && Objects.equals(until, other.until)
        && closing == other.closing
        && text(cursor).equals(text(other.cursor));
  }

  private static String text(@Nullable Cursor cursor) {
    return cursor == null ? "" : cursor.text();
  }
}
