package dev.tidemark.cli.verify;

import dev.tidemark.lake.Coverage;
import dev.tidemark.lake.Difference;
import dev.tidemark.lake.DifferenceRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was lost from what may have changed since.
 *
 * @param bound what is older was there to be read when the last completed run began
 * @param coverage what completed runs were asked for
 */
public record LossRule(Instant bound, Coverage coverage, VerifiedWindow window)
    implements DifferenceRule {
  @Override
  public @Nullable Difference differs(@Nullable Instant api) {
    if (api == null) {
      return window.isEverything() ? Difference.UNPROVABLE : null;
    }
    return api.isBefore(bound) ? Difference.STALE : Difference.CHANGED_SINCE;
  }

  @Override
  public @Nullable Difference unpublished(@Nullable Instant api) {
    if (!window.holds(api)) {
      return null;
    }
    if (api == null) {
      return Difference.UNPROVABLE;
    }
    if (!api.isBefore(bound)) {
      return Difference.CHANGED_SINCE;
    }
    return coverage.leavesOut(api) ? Difference.OUTSIDE : Difference.MISSED;
  }

  @Override
  public @Nullable Difference unlisted(@Nullable Instant lake) {
    return window.holds(lake) ? Difference.EXTRA : null;
  }
}
