package dev.tidemark.testkit.traversal;

/** Which calls of an invocation count, and so can go wrong. */
public enum Calls {
  /** Those of the state table, the lake and the index. */
  PORTS,
  /** Those of the API. They are made beside the others, so that the two have no order. */
  API
}
