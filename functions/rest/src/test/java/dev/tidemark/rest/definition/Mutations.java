package dev.tidemark.rest.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Every change of one step of a definition. */
final class Mutations {
  /** Maps whose keys are names that the author chooses. */
  private static final Set<String> OPEN =
      Set.of("headers", "parameters", "tiers", "resources", "columns");

  private static final Set<String> CHOICES =
      Set.of(
          "kind",
          "order",
          "promote",
          "format",
          "bound",
          "type",
          "lookback",
          "settleLag",
          "means",
          "spelling",
          "method",
          "form",
          "lastPage",
          "youngest",
          "per",
          "age",
          "withCursor",
          "absentEnds",
          "first");

  private Mutations() {}

  /** One changed definition. */
  record Mutation(String what, JsonNode json) {}

  static List<Mutation> unknownKeys(JsonNode json) {
    List<Mutation> mutations = new ArrayList<>();
    everyMap(
        json,
        (path, map) -> {
          if (!OPEN.contains(name(path))) {
            map.put("colour", "red");
            mutations.add(new Mutation("colour in " + path, json.deepCopy()));
            map.remove("colour");
          }
        });
    return mutations;
  }

  static List<Mutation> missingKeys(JsonNode json) {
    return changes(json, ObjectNode::remove, Set.of());
  }

  /** A list where there is a map or a single value, and a map where there is a list. */
  static List<Mutation> otherTypes(JsonNode json) {
    return changes(json, Mutations::retype, Set.of());
  }

  static List<Mutation> otherWords(JsonNode json) {
    return changes(json, (map, key) -> map.put(key, "newest"), CHOICES);
  }

  private static void retype(ObjectNode map, String key) {
    if (map.path(key).isArray()) {
      map.putObject(key);
    } else {
      map.putArray(key).addObject();
    }
  }

  private static List<Mutation> changes(
      JsonNode json, BiConsumer<ObjectNode, String> change, Set<String> keys) {
    List<Mutation> mutations = new ArrayList<>();
    everyMap(
        json,
        (path, map) -> {
          for (String key : List.copyOf(map.propertyStream().map(one -> one.getKey()).toList())) {
            if (keys.isEmpty() || keys.contains(key)) {
              ObjectNode before = map.deepCopy();
              change.accept(map, key);
              mutations.add(new Mutation(path + "." + key, json.deepCopy()));
              map.removeAll();
              map.setAll(before);
            }
          }
        });
    return mutations;
  }

  private static void everyMap(JsonNode json, BiConsumer<String, ObjectNode> visitor) {
    visit("", json, visitor);
  }

  private static void visit(String path, JsonNode json, BiConsumer<String, ObjectNode> visitor) {
    if (json instanceof ObjectNode map) {
      for (String key : map.propertyStream().map(one -> one.getKey()).toList()) {
        visit(path + "." + key, map.path(key), visitor);
      }
      visitor.accept(path, map);
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
