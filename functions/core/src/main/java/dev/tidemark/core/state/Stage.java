package dev.tidemark.core.state;

/** What a walk is at. */
public enum Stage {
  /** The list that the run set out to read. */
  LIST,
  /** The slices of the run walk, each as an item of its own; the run itself reads nothing. */
  SLICED,
  /** The fresh query that ends a walk over a list that moves. */
  CLOSING,
  /** What is published and was not seen: is it gone? */
  VANISHED,
  /** Single records, by their ids. */
  SINGLE
}
