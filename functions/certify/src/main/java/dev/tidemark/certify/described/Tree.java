package dev.tidemark.certify.described;

import dev.tidemark.simulators.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A JSON object that is put together by paths. */
final class Tree {
  private static final Pattern NAME = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[^.\"]++");

  /** By names as JSON writes them. */
  private final Map<String, Object> members = new LinkedHashMap<>();

  /** The names of {@code path}, each as JSON writes it. */
  static List<String> names(String path) {
    return NAME.matcher(path)
        .results()
        .map(found -> found.group().startsWith("\"") ? found.group() : Json.quoted(found.group()))
        .toList();
  }

  /**
   * Puts a value.
   *
   * @param path joined by dots; a name that has one stands in quotes
   * @param json the value as written
   * @throws IllegalArgumentException where another value is in the way
   */
  Tree put(String path, String json) {
    List<String> names = names(path);
    Tree at = this;
    for (String name : names.subList(0, names.size() - 1)) {
      at = at.below(name);
    }
    at.members.put(names.getLast(), json);
    return this;
  }

  /** Puts a value where there is none. */
  Tree fill(String name, String json) {
    members.putIfAbsent(Json.quoted(name), json);
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
            .append(name)
            .append(':')
            .append(value instanceof Tree tree ? tree.json() : value));
    return out.isEmpty() ? "{}" : out.append('}').toString();
  }
}
