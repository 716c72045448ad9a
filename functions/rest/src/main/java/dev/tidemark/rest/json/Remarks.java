package dev.tidemark.rest.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an answer may say something of itself, as a tree that is walked beside the tokens. */
final class Remarks {
  private final Map<String, Remarks> children = new HashMap<>();
  private final List<String> path;
  private boolean wanted;

  private Remarks(List<String> path) {
    this.path = path;
  }

  /** The tree of {@code paths}; what lies below another is kept with it. */
  static Remarks of(List<List<String>> paths) {
    Remarks root = new Remarks(List.of());
    for (List<String> path : paths) {
      Remarks at = root;
      for (int i = 0; i < path.size(); i++) {
        List<String> own = path.subList(0, i + 1);
        at = at.children.computeIfAbsent(path.get(i), _ -> new Remarks(own));
      }
      at.wanted = true;
    }
    return root;
  }

  static @Nullable Remarks below(@Nullable Remarks at, String name) {
    return at == null ? null : at.children.get(name);
  }

  /** Whether the value is kept. */
  boolean wanted() {
    return wanted;
  }

  List<String> path() {
    return path;
  }

  boolean hasChildren() {
    return !children.isEmpty();
  }
}
