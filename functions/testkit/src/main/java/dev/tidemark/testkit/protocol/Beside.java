package dev.tidemark.testkit.protocol;

/** How far a reconcile has come that runs beside the resource's own runs, under its own lease. */
sealed interface Beside {
  /** There is none, or it is done. */
  record Nobody() implements Beside {}

  /** Its manifest is written, and it has to enter the index. */
  record Published() implements Beside {}

  /**
   * It has read the index.
   *
   * @param seen the revision that it read; -1 for any that is not the index's any more
   */
  record Entering(long seen) implements Beside {}
}
