package dev.tidemark.testkit.rates;

import java.time.Duration;

/**
 * What came of a plot.
 *
 * @param made calls in the time that is looked at
 * @param allowed calls that the limit allows in that time
 * @param most calls that arrived in any window
 * @param waits times that a worker had to wait
 * @param waited in all, by all workers
 * @param asks times that the budget was asked
 */
public record RateCourse(int made, int allowed, int most, int waits, Duration waited, long asks) {
  /** The part of what is allowed that was made. */
  public double share() {
    return (double) made / allowed;
  }
}
