package dev.tidemark.core.state;

/**
 * What was spent on the API.
 *
 * @param attempts at the API
 * @param throttled times that the API answered with a rate limit
 * @param retries attempts that failed and were retried
 * @param waitedMillis time waited on the API's behalf inside legs
 */
public record CallCounts(long attempts, long throttled, long retries, long waitedMillis) {
  /** Nothing spent yet. */
  public static final CallCounts ZERO = new CallCounts(0, 0, 0, 0);

  /** The sum of both. */
  CallCounts plus(CallCounts more) {
    return new CallCounts(
        attempts + more.attempts,
        throttled + more.throttled,
        retries + more.retries,
        waitedMillis + more.waitedMillis);
  }
}
