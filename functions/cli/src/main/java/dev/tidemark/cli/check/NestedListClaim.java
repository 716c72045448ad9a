package dev.tidemark.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lists inside records that the API has cut: what is left out of them lands nowhere, unless a child
 * resource asks for it.
 */
final class NestedListClaim {
  private static final String NESTED = "nested";
  private static final int DEPTH = 4;
  private static final List<String> MORE =
      List.of("has_more", "hasMore", "more", "truncated", "isTruncated", "incomplete");
  private static final List<String> NEXT =
      List.of(
          "next",
          "next_page",
          "nextPage",
          "next_cursor",
          "nextCursor",
          "next_page_token",
          "nextPageToken",
          "nextLink");

  private NestedListClaim() {}

  /** Null where no record holds such a list. */
  static @Nullable DefinitionClaim of(Sample sample) {
    Map<String, Integer> cut = new TreeMap<>();
    for (JsonNode record : sample.trees()) {
      look(record, "", 0, cut);
    }
    if (cut.isEmpty()) {
      return null;
    }
    String path = cut.keySet().iterator().next();
    String name = path.substring(path.lastIndexOf('.') + 1);
    return DefinitionClaim.unknown(
        NESTED,
        cut.get(path)
            + " records hold only the beginning of a list at "
            + String.join(", ", cut.keySet())
            + ": the rest does not land; if the API lists it by itself, declare a child resource"
            + " (parent: this one, path: …/{parent}/"
            + name
            + ")");
  }

  private static void look(JsonNode at, String path, int depth, Map<String, Integer> cut) {
    if (depth > DEPTH || !at.isObject()) {
      return;
    }
    if (!path.isEmpty() && isCut(at)) {
      cut.merge(path, 1, Integer::sum);
    }
    at.properties()
        .forEach(member ->
            look(
                member.getValue(),
                path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                depth + 1,
                cut));
  }

  /** Whether an object holds a list and says that there is more of it. */
  private static boolean isCut(JsonNode object) {
    boolean list = false;
    for (JsonNode member : object) {
      list |= member.isArray();
    }
    return list
        && (MORE.stream().anyMatch(name -> object.path(name).asBoolean(false))
            || NEXT.stream().anyMatch(name -> leads(object.path(name))));
  }

  private static boolean leads(JsonNode next) {
    return next.isTextual() && !next.asText().isEmpty();
  }
}
