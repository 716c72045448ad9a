package dev.tidemark.core.publish;

import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Tally;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A few odd values among many records are set aside; many are a sign that the definition does not
 * fit the API.
 */
public final class RejectLimit {
  private static final long LEAST = 10;
  private static final long PERCENT = 5;

  private RejectLimit() {}

  /** Why a run with these rejects must not be published; null if it may be. */
  public static @Nullable Failure exceeded(Progress progress, Instant now) {
    Tally tally = progress.tally();
    if (tally.records().rejected() < LEAST
        || tally.records().rejected() * 100 <= tally.records().seen() * PERCENT) {
      return null;
    }
    return new Failure(
        tally.records().rejected()
            + " of "
            + tally.records().seen()
            + " values could not be records (more than "
            + PERCENT
            + " %); look at rejected/ for the reasons, correct the definition's records and id,"
            + " then cancel the run",
        null,
        now);
  }
}
