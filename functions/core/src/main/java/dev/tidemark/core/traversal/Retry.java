package dev.tidemark.core.traversal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and how far apart a failed attempt is retried.
 *
 * @param attempts attempts in all
 * @param first the first wait
 * @param longest no wait is longer
 */
record Retry(int attempts, Duration first, Duration longest) {
  /** About a quarter of a minute for one page; after that the run fails. */
  static final Retry PAGE = new Retry(6, Duration.ofMillis(500), Duration.ofSeconds(30));

  /** For a rate limit without a stated wait; it is waited for without end. */
  static final Retry THROTTLED =
      new Retry(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofMinutes(1));

  boolean exhausted(int failed) {
    return failed >= attempts;
  }

  /**
   * The wait after the {@code failed}-th failure in a row: doubled each time, less up to a quarter
   * of chance.
   */
  Duration after(int failed, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(failed - 1, 16);
    long capped = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(capped - random.nextLong(capped / 4 + 1));
  }
}
