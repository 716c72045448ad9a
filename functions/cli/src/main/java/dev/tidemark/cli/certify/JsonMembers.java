package dev.tidemark.cli.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members of a JSON object by their paths, as a definition writes them. */
final class JsonMembers {
  private JsonMembers() {}

  /** The names on the way. */
  static List<String> names(String path) {
    return path.isEmpty() ? List.of() : Arrays.asList(path.split("\\.", -1));
  }

  /** What stands at {@code path}; null for nothing. */
  static @Nullable JsonNode at(JsonNode tree, String path) {
    JsonNode at = tree;
    for (String name : names(path)) {
      at = at == null ? null : at.get(name);
    }
    return at;
  }

  /** Puts {@code value} at {@code path}. */
  static void put(ObjectNode tree, String path, JsonNode value) {
    List<String> names = names(path);
    ObjectNode at = tree;
    for (String name : names.subList(0, names.size() - 1)) {
      at = at.get(name) instanceof ObjectNode next ? next : at.putObject(name);
    }
    at.set(names.getLast(), value);
  }

  /** Takes away what stands at {@code path}. */
  static void remove(ObjectNode tree, String path) {
    List<String> names = names(path);
    JsonNode at = tree;
    for (String name : names.subList(0, names.size() - 1)) {
      at = at == null ? null : at.get(name);
    }
    if (at instanceof ObjectNode owner) {
      owner.remove(names.getLast());
    }
  }
}
