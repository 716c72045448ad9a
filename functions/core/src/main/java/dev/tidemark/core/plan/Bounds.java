package dev.tidemark.core.plan;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.Watermark;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The bounds in record time that the operator gave. An API that cannot select by them delivers
 * more: what lies outside is left out here. A record without a watermark is kept, since it may lie
 * inside.
 */
public final class Bounds {
  /** How much coarser than it selects an API may print its times. */
  private static final Duration PRINT = Duration.ofSeconds(1);

  private final @Nullable Instant from;
  private final @Nullable Instant until;

  /**
   * The bounds of {@code run}. Between two slices the API alone decides, by the times that it keeps
   * and may print coarser: what one leaves out here the other would never be shown.
   */
  public Bounds(ResourcePlan plan, Run run) {
    Instant lower = run.mode() == Mode.BACKFILL ? run.scope().from() : null;
    Instant upper = run.scope().until();
    Duration slack = plan.key().isSlice() ? PRINT : Duration.ZERO;
    this.from = lower == null ? null : lower.minus(slack);
    this.until = upper == null ? null : upper.plus(slack);
  }

  /** Whether a record of this time lies outside of what the run was asked for. */
  public boolean excludes(Watermark watermark) {
    return (from != null && watermark.at().isBefore(from))
        || (until != null && !watermark.at().isBefore(until));
  }

  /** Whether the record should not have come, had the API kept to the walk's lower bound. */
  public boolean disobeys(Walk walk, Watermark watermark) {
    Instant lower = walk.query().from();
    return lower != null && watermark.at().isBefore(lower.minus(PRINT));
  }

  /** Whether an ascending walk whose last record is {@code last} has left the bounds behind. */
  public boolean passed(Walk walk, ResourcePlan plan, @Nullable Watermark last) {
    return until != null
        && last != null
        && plan.time().ascending()
        && walk.sight().ascending()
        && !last.at().isBefore(until);
  }
}
