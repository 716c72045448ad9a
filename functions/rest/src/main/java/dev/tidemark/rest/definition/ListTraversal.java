package dev.tidemark.rest.definition;

import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a list is walked, and what its time can be trusted for. */
public record ListTraversal(
    @Doc("How the next page is asked for.") Pagination pagination,
    @Doc("The order in which the API walks; it decides which promotions are safe.") Order order,
    @Doc("What becomes the checkpoint when a run completes.") Promotion promote,
    @Doc("How the API selects by time; left out where it does not.") @Nullable Filter filter,
    @Doc(
            "By what an ascending walk asks for its next page: cursor, where the API's cursor names"
                + " a record and no position, or bound, the time last seen, where every record has"
                + " one; left out: bound where the filter allows it, and a second query for records"
                + " without a time where a run walks everything.")
        @Nullable Advance walk,
    @Doc("Overlap that the next run reads again.") @Default("5m") Duration lookback,
    @Doc("How young a record may be before its time can be trusted.") @Default("2m")
        Duration settleLag,
    @Doc("How long the API keeps what it deleted; a run from an older checkpoint walks everything.")
        @Nullable Duration retains) {
  /** By what a walk asks for its next page. */
  public Advance advance() {
    if (walk != null) {
      return walk;
    }
    return promote == Promotion.MAX_SEEN
            && PaginationSafety.cannotBeBound(pagination, order, promote, filter) == null
        ? Advance.BOUND
        : Advance.CURSOR;
  }

  /** What the next run reads again: the declared lookback, or more where bounds are coarse. */
  public Duration overlap() {
    Duration least = filter == null ? Duration.ZERO : filter.form().leastLookback();
    return least.compareTo(lookback) > 0 ? least : lookback;
  }

  /**
   * Whether rows may move behind the cursor of a walk. A step in time is a query of its own, as is
   * each page of a walk by its bound, and a cursor that is kept for the next run is a point in
   * time.
   */
  public boolean moves() {
    return order == Order.WATERMARK_ASCENDING
        && filter != null
        && promote != Promotion.CURSOR
        && advance() != Advance.BOUND
        && !(pagination instanceof Pagination.TimeStep);
  }

  /** That of one record, which is a list of its own. */
  ListTraversal ofOne() {
    return new ListTraversal(
        new Pagination.None(),
        Order.UNORDERED,
        Promotion.RUN_START,
        null,
        null,
        lookback,
        settleLag,
        null);
  }
}
