package dev.tidemark.core.state;

/**
 * Records whose watermark is not what it is relied on to be.
 *
 * @param undated without a watermark, or with one that cannot be parsed
 * @param future with one in the future of the server's clock; never promoted
 * @param older older than the lower bound of the query: the API does not honour it
 */
public record TimeCounts(long undated, long future, long older) {
  /** None yet. */
  public static final TimeCounts ZERO = new TimeCounts(0, 0, 0);

  /** The sum of both. */
  TimeCounts plus(TimeCounts more) {
    return new TimeCounts(undated + more.undated, future + more.future, older + more.older);
  }
}
