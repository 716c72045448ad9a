package dev.tidemark.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A wait as an operator reads it.
 *
 * @param until when it is over
 */
public record Wait(Instant until, String reason) {
  /** Why, until when, and how long that is from {@code now} on. */
  public String resuming(Instant now) {
    return reason + "; resuming at " + time(now);
  }

  /** The same where nothing resumes by itself. */
  public String standing(Instant now) {
    return reason + " until " + time(now);
  }

  private String time(Instant now) {
    Duration left = Duration.between(now, until);
    String inSo = left.isPositive() ? "in " + words(left) : "now";
    return until.truncatedTo(ChronoUnit.SECONDS) + " (" + inSo + ")";
  }

  private static String words(Duration left) {
    long seconds = left.plusMillis(999).toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    return minutes < 120 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
