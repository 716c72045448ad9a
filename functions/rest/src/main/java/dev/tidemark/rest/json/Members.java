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
  private boolean skipped;

  /** Declares the member at {@code path}, joined by dots; its value goes into {@code slot}. */
  void declare(String path, int slot) {
    at(path).slot = slot;
  }

  /** Declares that the member at {@code path} does not count, whether or not its value is read. */
  void skip(String path) {
    at(path).skipped = true;
  }

  private Members at(String path) {
    Members at = this;
    if (!path.isEmpty()) {
      for (String name : path.split("\\.", -1)) {
        at = at.children.computeIfAbsent(name, _ -> new Members());
      }
    }
    return at;
  }

  @Nullable Members child(String name) {
    return children.get(name);
  }

  /** Where the value goes; negative for a member that is only on the way to others. */
  int slot() {
    return slot;
  }

  boolean skipped() {
    return skipped;
  }

  boolean hasChildren() {
    return !children.isEmpty();
  }
}
