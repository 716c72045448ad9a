package dev.tidemark.simulators.dataset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How finely times are stored and printed. */
public enum Stamps {
  /** Whole seconds, stored and printed, as in every sample of both vendors. */
  SECONDS,
  /**
   * Microseconds stored, seconds printed. AskElephant 2.6: "if the store keeps micro/milliseconds
   * but prints seconds, gt=printed re-reads the row forever".
   */
  HIDDEN;

  Instant stored(Instant at) {
    return at.truncatedTo(this == SECONDS ? ChronoUnit.SECONDS : ChronoUnit.MICROS);
  }

  static String printed(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
