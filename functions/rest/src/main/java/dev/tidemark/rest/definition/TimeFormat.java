package dev.tidemark.rest.definition;

import java.time.Duration;

/**
 * How a time is written. All forms of ISO-8601 are read alike, whatever their precision and offset;
 * they differ in how a bound is sent.
 */
public enum TimeFormat {
  /** ISO-8601; sent in UTC in milliseconds. */
  ISO_8601,
  /** ISO-8601; sent in UTC in whole seconds. */
  ISO_8601_SECONDS,
  /** ISO-8601; sent in UTC in microseconds, which is what PostgreSQL keeps. */
  ISO_8601_MICROS,
  /** ISO-8601 without an offset; sent in whole seconds in the declared zone. */
  ISO_8601_LOCAL,
  /** As {@link #ISO_8601_LOCAL}, with a blank instead of the T. */
  ISO_8601_LOCAL_BLANK,
  /** A date; sent as the day in the declared zone. */
  DATE,
  /** Seconds since 1970, as number or text; sent whole. */
  EPOCH_SECONDS,
  /** Milliseconds since 1970, as number or text; sent whole. */
  EPOCH_MILLIS,
  /** As {@link #EPOCH_SECONDS}, but a text where it is sent in a body. */
  EPOCH_SECONDS_TEXT,
  /** As {@link #EPOCH_MILLIS}, but a text where it is sent in a body. */
  EPOCH_MILLIS_TEXT,
  /** Microseconds since 1970, as number or text; sent whole. */
  EPOCH_MICROS,
  /** Nanoseconds since 1970, as number or text; sent whole. */
  EPOCH_NANOS,
  /**
   * A whole number that is no time but grows with every change, up to 10^18; it is kept as
   * nanoseconds since 1970.
   */
  INTEGER;

  /** The least that two bounds differ by that are written differently. */
  public Duration unit() {
    return switch (this) {
      case ISO_8601_MICROS, EPOCH_MICROS -> Duration.ofNanos(1_000);
      case ISO_8601, EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> Duration.ofMillis(1);
      case ISO_8601_SECONDS,
          ISO_8601_LOCAL,
          ISO_8601_LOCAL_BLANK,
          EPOCH_SECONDS,
          EPOCH_SECONDS_TEXT ->
          Duration.ofSeconds(1);
      case DATE -> Duration.ofDays(1);
      case EPOCH_NANOS, INTEGER -> Duration.ofNanos(1);
    };
  }

  /** Whether what is written so means an instant only in a zone. */
  boolean needsZone() {
    return switch (this) {
      case ISO_8601_LOCAL, ISO_8601_LOCAL_BLANK, DATE -> true;
      case ISO_8601,
          ISO_8601_SECONDS,
          ISO_8601_MICROS,
          EPOCH_SECONDS,
          EPOCH_MILLIS,
          EPOCH_SECONDS_TEXT,
          EPOCH_MILLIS_TEXT,
          EPOCH_MICROS,
          EPOCH_NANOS,
          INTEGER ->
          false;
    };
  }
}
