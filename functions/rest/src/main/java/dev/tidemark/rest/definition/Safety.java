package dev.tidemark.rest.definition;

import dev.tidemark.core.watermark.Order;
import dev.tidemark.core.watermark.Promotion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The combinations of time semantics that lose records, each with the reason for which it is
 * refused.
 */
final class Safety {
  private Safety() {}

  static void check(
      Order order,
      Promotion promote,
      @Nullable Filter filter,
      @Nullable TimeField watermark,
      Duration settleLag) {
    if (promote == Promotion.MAX_SEEN && order != Order.WATERMARK_ASCENDING) {
      throw new IllegalArgumentException(
          "promote: max-seen with order: "
              + Names.kebab(order.name())
              + " loses every edit made behind the cursor during a walk; promote run-start"
              + " instead");
    }
    if (order == Order.WATERMARK_ASCENDING && watermark == null) {
      throw new IllegalArgumentException(
          "order: watermark-ascending needs a watermark; name the field that the order is by");
    }
    if (filter != null && watermark == null) {
      throw new IllegalArgumentException(
          "filter without a watermark: nothing would show whether the API honours it; name the"
              + " field that it selects by");
    }
    if (filter != null && filter.bound() == Bound.GT && settleLag.isZero()) {
      throw new IllegalArgumentException(
          "filter.bound: gt without a settleLag loses records that get the boundary's time after"
              + " the boundary was read; use gte, or set a settleLag");
    }
  }

  /** Children are walked parent by parent: no time and no cursor of theirs spans the walk. */
  static void checkChild(
      @Nullable String parent, Order order, Promotion promote, @Nullable Filter filter) {
    if (parent != null
        && (order == Order.WATERMARK_ASCENDING
            || promote != Promotion.RUN_START
            || filter != null)) {
      throw new IllegalArgumentException(
          "parent: "
              + parent
              + " needs order: unordered, promote: run-start and no filter: the lists of different"
              + " parents have no order in common");
    }
  }

  /** A number that is no time can neither be moved by a time nor stand for one. */
  static void checkNumber(@Nullable TimeField watermark, Promotion promote, Duration lookback) {
    if (watermark == null || watermark.format() != TimeFormat.INTEGER) {
      return;
    }
    if (!lookback.isZero()) {
      throw new IllegalArgumentException(
          "watermark.format: integer with a lookback: a number that is no time cannot be moved by"
              + " one; set lookback: 0s");
    }
    if (promote == Promotion.RUN_START) {
      throw new IllegalArgumentException(
          "watermark.format: integer with promote: run-start: a time is no bound for a number that"
              + " is none; promote max-seen or cursor");
    }
  }
}
