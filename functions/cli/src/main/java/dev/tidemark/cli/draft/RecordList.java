package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.UsageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the records of an answer are, and what tells them apart.
 *
 * @param place of their array
 * @param id the member that is in all and in no two alike
 */
record RecordList(MemberPlace place, String id) {
  private static final List<String> USUAL =
      List.of("data", "items", "results", "records", "value", "values", "entries", "rows");
  private static final List<String> IDS = List.of("id", "_id", "uuid", "guid", "gid", "key");
  private static final Pattern ID_LIKE =
      Pattern.compile(
          "(?i).*[_-](id|uuid|guid|key|number|code|sku|ref)|[a-z0-9]+(Id|ID|Uuid|Key|Number)");

  /**
   * Finds both in the first answer.
   *
   * @param resource what the list is called, which its member may be called too
   * @throws UsageException if it shows neither
   */
  static RecordList in(JsonNode body, String resource) {
    MemberPlace place = place(body, resource);
    List<JsonNode> records = elements(body, place);
    return new RecordList(place, id(records, resource));
  }

  private static MemberPlace place(JsonNode body, String resource) {
    Map<MemberPlace, JsonNode> arrays = new LinkedHashMap<>();
    if (body.isArray()) {
      arrays.put(MemberPlace.WHOLE, body);
    }
    MemberPlace.each(
        body,
        (place, node) -> {
          if (node.isArray()) {
            arrays.put(place, node);
          }
        });
    boolean empty = !arrays.isEmpty() && arrays.values().stream().allMatch(JsonNode::isEmpty);
    arrays.values().removeIf(node -> node.isEmpty() || !allObjects(node));
    if (arrays.isEmpty()) {
      throw new UsageException(
          empty
              ? "the list is empty, so that nothing can be seen of it: give the URL of a list that"
                  + " has records"
              : "the answer holds no list of records (an array of objects): give the URL of a list,"
                  + " not of one record");
    }
    return likeliest(arrays, resource);
  }

  /** The array whose name says that it holds the records, else the longest. */
  private static MemberPlace likeliest(Map<MemberPlace, JsonNode> arrays, String resource) {
    List<String> names = new ArrayList<>(List.of(resource));
    names.addAll(USUAL);
    for (String name : names) {
      for (MemberPlace one : arrays.keySet()) {
        if (one.last().equalsIgnoreCase(name)) {
          return one;
        }
      }
    }
    return arrays.entrySet().stream()
        .max(Comparator.comparingInt(array -> array.getValue().size()))
        .orElseThrow()
        .getKey();
  }

  private static boolean allObjects(JsonNode array) {
    for (JsonNode element : array) {
      if (!element.isObject()) {
        return false;
      }
    }
    return true;
  }

  private static String id(List<JsonNode> records, String resource) {
    String one = resource.endsWith("s") ? resource.substring(0, resource.length() - 1) : resource;
    Set<String> names = new LinkedHashSet<>(IDS);
    names.add(one + "_id");
    names.add(one + "Id");
    records
        .getFirst()
        .fieldNames()
        .forEachRemaining(name -> {
          if (ID_LIKE.matcher(name).matches()) {
            names.add(name);
          }
        });
    return names.stream()
        .filter(name -> isId(records, name))
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "no member is in all of the "
                    + records.size()
                    + " records seen and tells them apart (looked at: id, _id, uuid, key and what"
                    + " ends in them): write the definition by hand and name several members, as"
                    + " id: [campaign, country]"));
  }

  private static boolean isId(List<JsonNode> records, String name) {
    Set<String> seen = new HashSet<>();
    return records.stream()
        .map(record -> record.path(name))
        .allMatch(id ->
            (id.isTextual() || id.isIntegralNumber())
                && !id.asText().isEmpty()
                && seen.add(id.asText()));
  }

  /** The records of {@code body}; none where there is no such list. */
  List<JsonNode> of(JsonNode body) {
    return elements(body, place);
  }

  /** The ids of {@code body}, in their order. */
  List<String> ids(JsonNode body) {
    return of(body).stream().map(record -> record.path(id).asText()).toList();
  }

  private static List<JsonNode> elements(JsonNode body, MemberPlace place) {
    JsonNode array = place.in(body);
    List<JsonNode> records = new ArrayList<>();
    if (array != null && array.isArray()) {
      array.forEach(records::add);
    }
    return records;
  }

  /** {@code body} without its records: what an answer says of itself. */
  JsonNode envelope(JsonNode body) {
    if (!body.isObject()) {
      return JsonNodeFactory.instance.objectNode();
    }
    ObjectNode copy = body.deepCopy();
    JsonNode above = new MemberPlace(place.names().subList(0, place.names().size() - 1)).in(copy);
    if (above instanceof ObjectNode object) {
      object.remove(place.last());
    }
    return copy;
  }
}
