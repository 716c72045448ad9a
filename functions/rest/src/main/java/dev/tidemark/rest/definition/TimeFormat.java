package dev.tidemark.rest.definition;

/** How a time is written. */
public enum TimeFormat {
  /** ISO-8601 with an offset and any precision; sent in milliseconds. */
  ISO_8601,
  /** ISO-8601 with an offset and any precision; sent in whole seconds. */
  ISO_8601_SECONDS,
  /** Seconds since 1970, as number or text; sent whole. */
  EPOCH_SECONDS,
  /** Milliseconds since 1970, as number or text; sent whole. */
  EPOCH_MILLIS,
  /** As {@link #EPOCH_SECONDS}, but a text where it is sent in a body. */
  EPOCH_SECONDS_TEXT,
  /** As {@link #EPOCH_MILLIS}, but a text where it is sent in a body. */
  EPOCH_MILLIS_TEXT,
  /**
   * A whole number that is no time but grows with every change, up to 10^18; it is kept as
   * nanoseconds since 1970.
   */
  INTEGER
}
