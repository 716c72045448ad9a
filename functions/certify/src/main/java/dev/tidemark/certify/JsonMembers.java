package dev.tidemark.certify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.rest.definition.MemberPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members of a JSON object by their paths, as a definition writes them. */
final class JsonMembers {
  private JsonMembers() {}

  /** What stands at {@code path}; null for nothing. */
  static @Nullable JsonNode at(JsonNode tree, MemberPath path) {
    JsonNode at = tree;
    for (String name : path.names()) {
      at = at == null ? null : at.get(name);
    }
    return at;
  }

  /** Puts {@code value} at {@code path}. */
  static void put(ObjectNode tree, MemberPath path, JsonNode value) {
    List<String> names = path.names();
    ObjectNode at = tree;
    for (String name : names.subList(0, names.size() - 1)) {
      at = at.get(name) instanceof ObjectNode next ? next : at.putObject(name);
    }
    at.set(names.getLast(), value);
  }

  /** Takes away what stands at {@code path}. */
  static void remove(ObjectNode tree, MemberPath path) {
    List<String> names = path.names();
    JsonNode at = tree;
    for (String name : names.subList(0, names.size() - 1)) {
      at = at == null ? null : at.get(name);
    }
    if (at instanceof ObjectNode owner) {
      owner.remove(names.getLast());
    }
  }
}
