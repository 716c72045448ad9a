package dev.tidemark.rest.definition;

import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * The ways of paging that lose records together with what a resource promises, each with the reason
 * for which it is refused.
 */
final class PaginationSafety {
  private PaginationSafety() {}

  static void check(
      Pagination pagination,
      Order order,
      Promotion promote,
      @Nullable Filter filter,
      @Nullable PageSize pageSize,
      boolean appendOnly) {
    // In a window that is closed, rows that are only ever added do not move.
    Filter moving = appendOnly && filter != null && filter.windows().limited() ? null : filter;
    if (filter != null && filter.windows().limited()) {
      windowed(pagination, promote);
    }
    if (promote == Promotion.CURSOR && !(pagination instanceof Pagination.Cursor)) {
      throw new IllegalArgumentException(
          "promote: cursor with pagination: "
              + word(pagination)
              + ": there is no cursor to begin the next run from; promote max-seen or run-start");
    }
    if (promote == Promotion.CURSOR
        && pagination instanceof Pagination.Cursor cursor
        && !cursor.endValues().isEmpty()) {
      throw new IllegalArgumentException(
          "promote: cursor with pagination.endValues: a walk that ends with such a value leaves no"
              + " cursor to begin the next run from; promote max-seen or run-start");
    }
    switch (pagination) {
      case Pagination.PageNumber(var _, var _, var more, var last, var _) -> {
        counted(pagination, order, moving);
        sized(last, more, pageSize);
      }
      case Pagination.Offset(var _, var more, var last, var _) -> {
        counted(pagination, order, moving);
        sized(last, more, pageSize);
      }
      case Pagination.TimeStep _ -> stepped(order, filter);
      case Pagination.Cursor _,
          Pagination.NextUrl _,
          Pagination.LinkHeader _,
          Pagination.LastRecord _,
          Pagination.None _ -> {}
    }
  }

  static void checkWalk(
      @Nullable Advance walk,
      Pagination pagination,
      Order order,
      Promotion promote,
      @Nullable Filter filter) {
    String problem =
        walk == Advance.BOUND ? cannotBeBound(pagination, order, promote, filter) : null;
    if (problem != null) {
      throw new IllegalArgumentException("walk: bound " + problem);
    }
  }

  /** Why each page cannot be asked for from the time last seen; null where it can. */
  static @Nullable String cannotBeBound(
      Pagination pagination, Order order, Promotion promote, @Nullable Filter filter) {
    if (order != Order.WATERMARK_ASCENDING || filter == null) {
      return "needs order: watermark-ascending and a filter: each page is asked for from the time"
          + " last seen";
    }
    if (filter.bound() == Bound.GT) {
      return "with filter.bound: gt loses the records that share the time that a page ends with;"
          + " only gte can be walked by";
    }
    if (filter.optional()) {
      return "with filter.optional: a bound that the API may refuse cannot lead from page to page";
    }
    if (filter.form().ofAccount()) {
      return "with filter.zone: account: a bound that is right in any zone lies up to "
          + BoundZone.WIDEST_HOURS
          + " h before the time last seen; name the zone, as zone: Europe/Berlin";
    }
    if (promote == Promotion.CURSOR) {
      return "with promote: cursor: the walk has to end with a cursor of the API's";
    }
    return switch (pagination) {
      case Pagination.Cursor _, Pagination.NextUrl _, Pagination.LinkHeader _ -> null;
      case Pagination.LastRecord _,
          Pagination.PageNumber _,
          Pagination.Offset _,
          Pagination.TimeStep _,
          Pagination.None _ ->
          "with pagination: "
              + word(pagination)
              + ": the bound stands in for a cursor, a next-url or a link-header";
    };
  }

  /** Whether no member of a body says where the next page is. */
  static boolean isBesideTheBody(Pagination pagination) {
    return switch (pagination) {
      case Pagination.Cursor cursor ->
          cursor.next().header() != null && cursor.more() == null && cursor.ends().isEmpty();
      case Pagination.NextUrl url -> url.next().header() != null && url.more() == null;
      case Pagination.LastRecord last -> last.more() == null;
      case Pagination.PageNumber number -> number.more() == null;
      case Pagination.Offset offset -> offset.more() == null;
      case Pagination.TimeStep _ -> false;
      case Pagination.LinkHeader _, Pagination.None _ -> true;
    };
  }

  private static void windowed(Pagination pagination, Promotion promote) {
    if (promote == Promotion.CURSOR) {
      throw new IllegalArgumentException(
          "filter.window with promote: cursor: a cursor belongs to its window, and the next run"
              + " begins in another one; promote max-seen or run-start");
    }
    if (pagination instanceof Pagination.TimeStep) {
      throw new IllegalArgumentException(
          "filter.window with pagination: time-step: both say where the next request begins; leave"
              + " one of them out");
    }
  }

  private static void counted(Pagination pagination, Order order, @Nullable Filter filter) {
    boolean ascending = order == Order.WATERMARK_ASCENDING;
    if (ascending || filter != null) {
      throw new IllegalArgumentException(
          "pagination: "
              + word(pagination)
              + " with "
              + (ascending ? "order: watermark-ascending" : "a filter")
              + " loses records: rows move between pages during a walk; let every run walk"
              + " everything (order: id or unordered, no filter, promote: run-start)");
    }
  }

  private static void sized(
      Pagination.LastPage last, @Nullable Flag more, @Nullable PageSize pageSize) {
    if (last == Pagination.LastPage.SHORT && more == null && pageSize == null) {
      throw new IllegalArgumentException(
          "lastPage: short without a pageSize: nothing says when a page is short; use empty");
    }
  }

  private static void stepped(Order order, @Nullable Filter filter) {
    if (filter == null || order != Order.WATERMARK_ASCENDING) {
      throw new IllegalArgumentException(
          "pagination: time-step needs order: watermark-ascending and a filter: the time that a"
              + " page ends with is the next lower bound");
    }
    BoundZone zone = filter.form().zone();
    if (zone != null && zone.offset() == null) {
      throw new IllegalArgumentException(
          "pagination: time-step with filter.zone: "
              + (zone.isOfAccount() ? BoundZone.ACCOUNT : zone)
              + ": the time that a page ends with would not say which instant it means; write UTC"
              + " or an offset, or page by a cursor");
    }
    if (filter.bound() == Bound.GT) {
      throw new IllegalArgumentException(
          "pagination: time-step with filter.bound: gt loses the records that share the time that"
              + " a page ends with; only gte can be stepped over");
    }
  }

  private static String word(Pagination pagination) {
    return Names.kebab(pagination.getClass().getSimpleName());
  }
}
