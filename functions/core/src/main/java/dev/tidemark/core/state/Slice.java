package dev.tidemark.core.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run's record time that is walked as an item of its own.
 *
 * @param number of its own in its run; from 1, in ascending time as far as it was not split off
 * @param from lower bound, included; null for none
 * @param until upper bound, excluded
 */
public record Slice(int number, @Nullable Instant from, Instant until) {
  public Slice {
    if (number < 1) {
      throw new IllegalArgumentException("number < 1: " + number);
    }
    if (from != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("from is not before until: " + from + ", " + until);
    }
  }

  /** Whether {@code next} begins where this one ends, so that nothing lies between them. */
  public boolean meets(Slice next) {
    return until.equals(next.from);
  }
}
