package dev.tidemark.core.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * How long a leg may run. The soft end is when it should hand over: it is looked at between pages,
 * so that a leg always tries at least one. The hard end is when the platform kills it; no page may
 * take longer.
 *
 * @param clock tells the time
 * @param soft when to hand over
 * @param hard when all must be written
 * @param patience the longest wait inside the leg
 * @param stop whether the operator or the platform asks the leg to end at its next durable step
 */
public record Budget(
    InstantSource clock, Instant soft, Instant hard, Duration patience, BooleanSupplier stop) {
  public Budget {
    if (hard.isBefore(soft)) {
      throw new IllegalArgumentException("hard end before soft end: " + hard + ", " + soft);
    }
  }

  /** Whether the leg should hand over. */
  public boolean spent() {
    return stop.getAsBoolean() || !clock.instant().isBefore(soft);
  }

  /** Whether a wait until {@code until} fits into the leg. */
  public boolean fits(Instant until) {
    return !stop.getAsBoolean()
        && until.isBefore(soft)
        && Duration.between(clock.instant(), until).compareTo(patience) <= 0;
  }

  /** Whether the leg has to end before it can ask for a page. */
  public boolean over() {
    return stop.getAsBoolean() || pageLimit().isZero();
  }

  /** How long a page may take; never negative. */
  public Duration pageLimit() {
    Duration left = Duration.between(clock.instant(), hard);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
