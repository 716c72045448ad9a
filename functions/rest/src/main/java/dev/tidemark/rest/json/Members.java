package dev.tidemark.rest.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declared members of an object, by their paths, as a tree that is walked beside the tokens.
 */
final class Members {
  private final Map<String, Members> children = new HashMap<>();
  private int slot = -1;

  /** Declares the member at {@code path}, joined by dots; its value goes into {@code slot}. */
  void declare(String path, int slot) {
    Members at = this;
    if (!path.isEmpty()) {
      for (String name : path.split("\\.", -1)) {
        at = at.children.computeIfAbsent(name, _ -> new Members());
      }
    }
    at.slot = slot;
  }

  @Nullable Members child(String name) {
    return children.get(name);
  }

  /** Where the value goes; negative for a member that is only on the way to others. */
  int slot() {
    return slot;
  }

  boolean hasChildren() {
    return !children.isEmpty();
  }
}
