package dev.tidemark.core.state;

import org.jspecify.annotations.Nullable;

/**
 * How far a walk is in its query.
 *
 * @param cursor where the next page begins; null for the query's first page
 * @param guard over the trail of this run
 * @param pages over the content of its pages
 * @param ended whether the API said that there is no more
 */
public record Position(@Nullable Cursor cursor, CycleGuard guard, PageGuard pages, boolean ended) {
  /** Before the query's first page. */
  public static final Position START = new Position(null, CycleGuard.START, PageGuard.START, false);

  /** The same position, with {@code next} as its cursor. */
  Position at(@Nullable Cursor next) {
    return new Position(next, guard, pages, ended);
  }

  /**
   * One page on: the API gave out {@code next}.
   *
   * @param trail what the guard compares
   */
  Position forward(Cursor next, String trail) {
    return new Position(next, guard.step(trail), pages, false);
  }

  /** The end, leaving {@code bookmark}. */
  Position end(@Nullable Cursor bookmark) {
    return new Position(bookmark, guard, pages, true);
  }

  /** The same position with its pages watched so far by {@code watched}. */
  Position with(PageGuard watched) {
    return new Position(cursor, guard, watched, ended);
  }

  /** The same position, at which there is more to read. */
  Position open() {
    return new Position(cursor, guard, pages, false);
  }

  /** The cursor's text; empty where it has none. */
  String text() {
    return cursor == null ? "" : cursor.text();
  }
}
