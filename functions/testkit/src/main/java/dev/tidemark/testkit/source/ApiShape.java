package dev.tidemark.testkit.source;

import dev.tidemark.core.watermark.Order;

/**
 * How the collection is walked.
 *
 * @param order of the pages
 * @param pageSize records on a page
 * @param cursors what a cursor stands for
 * @param replays whether the same position has the same cursor; otherwise no page comes twice in
 *     the same words
 * @param bookmarks whether the last page carries a cursor for the next run
 * @param byChange whether the pages come in the order in which the records were changed last,
 *     whatever their times say
 */
public record ApiShape(
    Order order,
    int pageSize,
    Cursors cursors,
    boolean replays,
    boolean bookmarks,
    boolean byChange) {
  /** What a cursor stands for. */
  public enum Cursors {
    /** The sort key of the last record shown: it stays where it is when that record moves. */
    KEY,
    /** The last record shown, wherever it is now: it jumps when that record moves. */
    ROW
  }

  public ApiShape {
    if (pageSize < 1) {
      throw new IllegalArgumentException("pageSize < 1: " + pageSize);
    }
  }

  /** By watermark, with cursors that stay where they are and are never given out twice. */
  public static ApiShape ascending(int pageSize) {
    return new ApiShape(Order.WATERMARK_ASCENDING, pageSize, Cursors.KEY, false, false, false);
  }

  /** By id, with cursors that are never given out twice. */
  public static ApiShape byId(int pageSize) {
    return new ApiShape(Order.ID, pageSize, Cursors.KEY, false, false, false);
  }

  /** By change, so that its bookmark passes nothing over. */
  public static ApiShape byChange(int pageSize) {
    return new ApiShape(Order.UNORDERED, pageSize, Cursors.KEY, false, true, true);
  }

  /** The same with cursors that follow the last record shown. */
  public ApiShape withRowCursors() {
    return new ApiShape(order, pageSize, Cursors.ROW, replays, bookmarks, byChange);
  }

  /** The same with one cursor per position. */
  public ApiShape withReplays() {
    return new ApiShape(order, pageSize, cursors, true, bookmarks, byChange);
  }

  /** The same with a cursor for the next run on the last page. */
  public ApiShape withBookmarks() {
    return new ApiShape(order, pageSize, cursors, replays, true, byChange);
  }
}
