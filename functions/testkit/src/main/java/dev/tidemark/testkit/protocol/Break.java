package dev.tidemark.testkit.protocol;

/** A mistake that the model can be made with, to see that it is found. */
enum Break {
  /** None: the protocol as it is. */
  NONE,
  /** The progress moves before the batch is durable. */
  ADVANCE_BEFORE_PUT,
  /** State is written without a condition. */
  UNCONDITIONAL_WRITE,
  /** A batch replaces the one that is there. */
  OVERWRITING_PUT,
  /** An owner whose key is taken continues from the page that it read itself. */
  OWN_CURSOR_AFTER_ADOPTION,
  /** A batch is adopted wherever it was read from. */
  ADOPTION_OF_ANYTHING,
  /** The checkpoint counts before the manifest is written. */
  PROMOTION_BEFORE_MANIFEST,
  /** The index is replaced by what its owner makes of what it read, though others entered since. */
  UNCONDITIONAL_INDEX,
  /** An operator's verb changes the state without raising the revision. */
  SILENT_VERB;

  /** Whether an owner whose lease was taken can still do harm by writing. */
  boolean harmsWhenStale() {
    return this == UNCONDITIONAL_WRITE || this == OVERWRITING_PUT;
  }
}
