package dev.tidemark.testkit.traversal;

import java.util.Set;

/** Which calls of an invocation count, and so can go wrong. */
public enum Calls {
  /** Those of the state table, the lake and the index. */
  PORTS,
  /** Those of them that leave something behind. */
  WRITES,
  /** Those of the API. They are made beside the others, so that the two have no order. */
  API;

  private static final Set<String> LEAVING =
      Set.of(
          "ResourceStateStore.write",
          "BatchSink.put",
          "BatchSink.publish",
          "FingerprintIndex.write",
          "PublishedIndexes.replace");

  /** Whether the call of that name of a port counts. */
  boolean ofPorts(String name) {
    return switch (this) {
      case PORTS -> true;
      case WRITES -> LEAVING.contains(name);
      case API -> false;
    };
  }
}
