package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.watermark.Promotion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bookmark that is the highest time seen cannot move where no time can be read: every run would
 * walk the same again, complete, and never select.
 */
final class UnreadableTimes {
  private UnreadableTimes() {}

  /**
   * Why the run cannot be sealed; null if it can.
   *
   * @param example one of the values; null where it is not known
   */
  static @Nullable Failure blocking(
      ResourcePlan plan, Progress progress, @Nullable String example, Instant now) {
    Tally tally = progress.tally();
    long unreadable = tally.warnings().counts().getOrDefault(Warning.UNREADABLE_TIME, 0L);
    boolean any = tally.times().undated() < tally.records().seen() - tally.records().rejected();
    if (plan.time().promotion() != Promotion.MAX_SEEN
        || !plan.isOwn(progress.run())
        || unreadable == 0
        || any) {
      return null;
    }
    return new Failure(
        unreadable
            + " records have a time that the declared format cannot read"
            + (example == null ? "" : ", such as \"" + example + "\"")
            + ", and not one has a time that it can read, so that the checkpoint cannot move;"
            + " correct the definition's watermark.field or watermark.format, or name the zone of"
            + " times without an offset by watermark.zone",
        null,
        now);
  }
}
