package dev.tidemark.core.state;

import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands in the API: which query it is in and how far.
 *
 * @param query that it is in
 * @param position how far it is
 * @param sight what its pages have shown
 * @param stage what the walk is at
 * @param serverStart the server's time of the run's first response
 * @param recoveryTime the server's time before the last request: from there the API can be asked
 *     again if its bookmark is lost
 */
public record Walk(
    WalkQuery query,
    Position position,
    Sight sight,
    Stage stage,
    @Nullable Instant serverStart,
    @Nullable Instant recoveryTime) {

  /** A walk before its first page. */
  public static Walk begin(String queryHash, @Nullable Instant from, @Nullable Instant until) {
    return begin(queryHash, from, until, Stage.LIST);
  }

  /** A walk before its first page, at {@code stage}. */
  public static Walk begin(
      String queryHash, @Nullable Instant from, @Nullable Instant until, Stage stage) {
    WalkQuery query = new WalkQuery(queryHash, from, until);
    return new Walk(query, Position.START, Sight.NONE, stage, null, null);
  }

  /** The same walk, standing at {@code cursor}. */
  public Walk at(@Nullable Cursor cursor) {
    return with(position.at(cursor));
  }

  /**
   * The same walk one page on: the API gave out {@code next}.
   *
   * @param trail what the guard compares
   */
  public Walk forward(Cursor next, String trail) {
    Position on = position.forward(next, trail);
    return new Walk(query, on, sight, stage, serverStart, next.issuedAt());
  }

  /** The same walk at its end, leaving {@code bookmark}. */
  public Walk end(@Nullable Cursor bookmark) {
    return with(position.end(bookmark));
  }

  /** The same walk at the beginning of a fresh query from {@code lower} on. */
  public Walk turn(Stage next, @Nullable Instant lower) {
    return new Walk(
        query.from(lower), Position.START, sight.ofAnotherQuery(), next, serverStart, recoveryTime);
  }

  /** The same walk after a page that showed {@code high}, answered at {@code server}. */
  public Walk seen(@Nullable Watermark high, boolean ordered, boolean news, Instant server) {
    Instant start = serverStart == null ? server : serverStart;
    Instant recovery = recoveryTime == null ? server : recoveryTime;
    Sight more = sight.seen(high, ordered, news);
    return new Walk(query, position.open(), more, stage, start, recovery);
  }

  /** The same walk with its pages watched so far by {@code watched}. */
  public Walk with(PageGuard watched) {
    return with(position.with(watched));
  }

  /** The same walk with a high-water that a later page has confirmed. */
  public Walk confirming(@Nullable Watermark high) {
    return new Walk(query, position, sight.confirming(high), stage, serverStart, recoveryTime);
  }

  /** The same walk, which ends at {@code upper}. */
  Walk until(Instant upper) {
    return new Walk(query.until(upper), position, sight, stage, serverStart, recoveryTime);
  }

  private Walk with(Position elsewhere) {
    return new Walk(query, elsewhere, sight, stage, serverStart, recoveryTime);
  }

  /** Whether a page read from here would be the same page: the input of a batch. */
  public boolean sameInput(Walk other) {
    return query.equals(other.query)
        && stage == other.stage
        && position.text().equals(other.position.text());
  }
}
