package dev.tidemark.rest.definition;

/** Whether a lower bound includes itself. */
public enum Bound {
  /** On or after. */
  GTE,
  /** After. */
  GT
}
