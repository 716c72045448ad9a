package dev.tidemark.rest.definition;

/** By what an ascending walk asks for its next page. */
public enum Advance {
  /**
   * By the API's cursor, which is known to name a record: an edit behind it moves no row past it.
   */
  CURSOR,
  /** By the time last seen, as the lower bound of a query of its own. */
  BOUND
}
