package dev.tidemark.simulators.described;

import dev.tidemark.simulators.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object that is put together by paths. */
final class Tree {
  private final Map<String, Object> members = new LinkedHashMap<>();

  /**
   * Puts a value.
   *
   * @param path joined by dots
   * @param json the value as written
   * @throws IllegalArgumentException where another value is in the way
   */
  Tree put(String path, String json) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      members.put(path, json);
    } else {
      below(path.substring(0, dot)).put(path.substring(dot + 1), json);
    }
    return this;
  }

  /** Puts a value where there is none. */
  Tree fill(String name, String json) {
    members.putIfAbsent(name, json);
    return this;
  }

  private Tree below(String name) {
    Object there = members.computeIfAbsent(name, _ -> new Tree());
    if (there instanceof Tree tree) {
      return tree;
    }
    throw new IllegalArgumentException(name + " is described as a value and as an object");
  }

  /** The text. */
  String json() {
    StringBuilder out = new StringBuilder();
    members.forEach((name, value) ->
        out.append(out.isEmpty() ? "{" : ",")
            .append(Json.quoted(name))
            .append(':')
            .append(value instanceof Tree tree ? tree.json() : value));
    return out.isEmpty() ? "{}" : out.append('}').toString();
  }
}
