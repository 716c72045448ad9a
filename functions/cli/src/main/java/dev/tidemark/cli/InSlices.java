package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * How many slices of record time walk beside each other.
 *
 * @param atATime 1 for none
 * @param resources which can be walked so
 */
record InSlices(int atATime, Set<String> resources) {
  /** Each resource in one piece. */
  static final InSlices NONE = new InSlices(1, Set.of());

  InSlices {
    resources = Set.copyOf(resources);
  }

  /** Lets {@code event} ask for it, where {@code resource} can be walked so. */
  void put(ObjectNode event, String resource) {
    if (atATime > 1 && resources.contains(resource)) {
      event.put("slices", atATime);
    }
  }
}
