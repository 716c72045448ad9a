package dev.tidemark.aws;

import java.time.Duration;

/**
 * How long one call may take and how often it is tried. The total lies below the reserve that a leg
 * keeps for its last writes: the SDK's own defaults (no limit in time, DynamoDB up to nine
 * attempts) do not.
 *
 * @param attempt one attempt, from the connection to the answer's last byte
 * @param total all attempts with the waits between them
 * @param attempts attempts in all
 */
public record CallLimits(Duration attempt, Duration total, int attempts) {
  /** Calls that carry a few kilobytes. */
  public static final CallLimits SMALL =
      new CallLimits(Duration.ofSeconds(3), Duration.ofSeconds(8), 3);

  /** Calls that carry a batch of eight megabytes or more. */
  public static final CallLimits LARGE =
      new CallLimits(Duration.ofSeconds(20), Duration.ofSeconds(45), 3);

  /** Calls of the Glue catalog, which carry the columns of a table. */
  public static final CallLimits CATALOG =
      new CallLimits(Duration.ofSeconds(10), Duration.ofSeconds(40), 4);

  /** A call that lasts as long as a leg; made once, since a second one would be another leg. */
  public static final CallLimits LEG =
      new CallLimits(Duration.ofMinutes(16), Duration.ofMinutes(16), 1);

  public CallLimits {
    if (attempts < 1 || attempt.compareTo(total) > 0) {
      throw new IllegalArgumentException(
          "call limits: " + attempt + " of " + total + ", " + attempts + " attempts");
    }
  }
}
