package dev.tidemark.testkit.rates;

import dev.tidemark.core.source.RateBucket;
import java.time.Duration;

/**
 * What workers do that share the rate of an account.
 *
 * @param workers how many, each with a clock of its own
 * @param bucket what the account is allowed
 * @param page how long a page takes, from its request to the next one
 * @param crashes how many of the workers die at a time drawn for each, and are replaced by the next
 *     invocation after their lease
 * @param shared whether they share a budget; otherwise each has the whole limit, as if it were
 *     alone
 */
public record RatePlot(int workers, RateBucket bucket, Duration page, int crashes, boolean shared) {
  /** The same without a budget. */
  public RatePlot alone() {
    return new RatePlot(workers, bucket, page, crashes, false);
  }
}
