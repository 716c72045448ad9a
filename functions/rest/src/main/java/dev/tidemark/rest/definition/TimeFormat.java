package dev.tidemark.rest.definition;

/** How a time is written. */
public enum TimeFormat {
  /** ISO-8601 with an offset and any precision; sent in milliseconds. */
  ISO_8601,
  /** Whole seconds since 1970, as number or text. */
  EPOCH_SECONDS,
  /** Milliseconds since 1970, as number or text. */
  EPOCH_MILLIS
}
