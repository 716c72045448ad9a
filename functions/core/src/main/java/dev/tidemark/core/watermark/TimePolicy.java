package dev.tidemark.core.watermark;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The declared time semantics of a resource, and the one place where the lower bound of a run is
 * computed.
 *
 * @param filtered whether the API selects by a lower bound at all; without, every run walks
 *     everything
 * @param lookback overlap that the next run reads again
 * @param settleLag how young a record may be before its time can be trusted
 * @param versions as what the versions of records are compared
 * @param dated whether it is declared that each record has a time, and bounds are in seconds or
 *     finer: between two bounds nothing is left out then
 */
public record TimePolicy(
    Order order,
    Promotion promotion,
    boolean filtered,
    Duration lookback,
    Duration settleLag,
    VersionKind versions,
    boolean dated) {
  /**
   * How far behind its durable high-water an ascending walk starts again when its cursor is lost.
   */
  public static final Duration RECOVERY_MARGIN = Duration.ofMinutes(5);

  public TimePolicy {
    if (promotion == Promotion.MAX_SEEN && order != Order.WATERMARK_ASCENDING) {
      throw new IllegalArgumentException(
          "promote max-seen needs order watermark-ascending: an edit behind an "
              + order
              + " walk would be lost");
    }
    if (lookback.isNegative() || settleLag.isNegative()) {
      throw new IllegalArgumentException("negative duration: " + lookback + ", " + settleLag);
    }
  }

  /** Of records whose versions are points in time. */
  public TimePolicy(
      Order order, Promotion promotion, boolean filtered, Duration lookback, Duration settleLag) {
    this(order, promotion, filtered, lookback, settleLag, VersionKind.INSTANT);
  }

  /** Of records that need not have a time. */
  public TimePolicy(
      Order order,
      Promotion promotion,
      boolean filtered,
      Duration lookback,
      Duration settleLag,
      VersionKind versions) {
    this(order, promotion, filtered, lookback, settleLag, versions, false);
  }

  /** Whether a walk may resume at the highest watermark that it has seen. */
  public boolean ascending() {
    return order == Order.WATERMARK_ASCENDING;
  }

  /**
   * The lower bound of the run after the one that left {@code watermark}: the older of that
   * watermark and of what had settled when that run began, minus the lookback.
   *
   * @return null where the API does not filter or nothing was ever completed: the run walks
   *     everything
   */
  public @Nullable Instant lowerBound(@Nullable Watermark watermark, Instant lastRunStart) {
    if (!filtered || watermark == null) {
      return null;
    }
    Instant settled = lastRunStart.minus(settleLag);
    Instant trusted = watermark.at().isBefore(settled) ? watermark.at() : settled;
    return trusted.minus(lookback);
  }
}
