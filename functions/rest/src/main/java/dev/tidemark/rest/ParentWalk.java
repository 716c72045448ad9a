package dev.tidemark.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk over the children of all parents stands. It holds the ids of the parents still to do
 * and not a position among them, since their list moves.
 *
 * @param todo ids of the parents on the page at hand, as JSON texts
 * @param next cursor of the next page of parents; null where there is none, or before the first
 * @param child cursor in the list of the first of {@code todo}; null for its beginning
 */
record ParentWalk(List<String> todo, @Nullable String next, @Nullable String child) {
  /** Before the first page of parents. */
  static final ParentWalk START = new ParentWalk(List.of(), null, null);

  private static final ObjectMapper JSON = new ObjectMapper();

  ParentWalk {
    todo = List.copyOf(todo);
  }

  /** Reads what {@link #text} wrote. */
  static ParentWalk of(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      List<String> todo = new ArrayList<>();
      json.path("todo").forEach(id -> todo.add(id.asText()));
      return new ParentWalk(todo, json.path("next").textValue(), json.path("child").textValue());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a walk over parents: " + text, e);
    }
  }

  /** The walk as a cursor. */
  String text() {
    ObjectNode json = JSON.createObjectNode();
    todo.forEach(json.putArray("todo")::add);
    return json.put("next", next).put("child", child).toString();
  }

  /** The same walk in the list of the same parent. */
  ParentWalk in(@Nullable String at) {
    return new ParentWalk(todo, next, at);
  }

  /** The walk behind the first parent; null if it was the last. */
  @Nullable ParentWalk behindFirst() {
    List<String> rest = todo.subList(1, todo.size());
    return rest.isEmpty() && next == null ? null : new ParentWalk(rest, next, null);
  }
}
