package dev.tidemark.rest.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk over the children of all parents stands. It holds the ids of the parents still to do
 * and not a position among them, since their list moves.
 *
 * @param todo ids of the parents on the page at hand, as JSON texts
 * @param done ids of those whose children were read: a list that is walked by its bound shows some
 *     parents on the next page again
 * @param next cursor of the next page of parents; null where there is none, or before the first
 * @param child cursor in the list of the first of {@code todo}; null for its beginning
 * @param again how often that list was restarted; without it, a restart would look like a walk that
 *     goes in circles
 * @param visits how the parents before have answered
 * @param same how often in a row the list of parents gave the page that it had given before; their
 *     children may be none, so that nothing else would show it
 * @param page digest of the last page of parents; 0 before the first
 */
record ParentWalk(
    List<String> todo,
    List<String> done,
    @Nullable String next,
    @Nullable String child,
    int again,
    Visits visits,
    int same,
    int page) {
  /** Before the first page of parents. */
  static final ParentWalk START = at(List.of(), null, Visits.NONE);

  /** A list is not restarted more often: its cursors are rejected for a reason that stays. */
  private static final int MAX_AGAIN = 3;

  /** An API that gives one page of parents again and again ignores the position. */
  private static final int MAX_SAME = 3;

  private static final ObjectMapper JSON = new ObjectMapper();

  ParentWalk {
    todo = List.copyOf(todo);
    done = List.copyOf(done);
  }

  /** Before the first of {@code todo}. */
  static ParentWalk at(List<String> todo, @Nullable String next, Visits visits) {
    return new ParentWalk(todo, List.of(), next, null, 0, visits, 0, 0);
  }

  /** The walk before the first of {@code ids}, which are the next page of parents. */
  ParentWalk onto(List<String> ids, @Nullable String then) {
    int digest = ids.hashCode();
    boolean repeated = !ids.isEmpty() && digest == page;
    Set<String> before = new HashSet<>(done);
    Map<Boolean, List<String>> read =
        ids.stream().collect(Collectors.partitioningBy(before::contains));
    return new ParentWalk(
        read.getOrDefault(false, List.of()),
        read.getOrDefault(true, List.of()),
        then,
        null,
        0,
        visits,
        repeated ? same + 1 : 0,
        digest);
  }

  /** Whether the list of parents goes nowhere. */
  boolean stuck() {
    return same >= MAX_SAME;
  }

  /** Reads what {@link #text} wrote. */
  static ParentWalk of(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new ParentWalk(
          ids(json.path("todo")),
          ids(json.path("done")),
          json.path("next").textValue(),
          json.path("child").textValue(),
          json.path("again").asInt(),
          new Visits(
              json.path("parents").asLong(),
              json.path("hidden").asLong(),
              json.path("forbidden").asLong()),
          json.path("same").asInt(),
          json.path("page").asInt());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a walk over parents: " + text, e);
    }
  }

  private static List<String> ids(JsonNode array) {
    List<String> ids = new ArrayList<>();
    array.forEach(id -> ids.add(id.asText()));
    return ids;
  }

  /** The walk as a cursor. */
  String text() {
    ObjectNode json = JSON.createObjectNode();
    todo.forEach(json.putArray("todo")::add);
    if (!done.isEmpty()) {
      done.forEach(json.putArray("done")::add);
    }
    json.put("next", next).put("child", child);
    if (again > 0) {
      json.put("again", again);
    }
    if (page != 0) {
      json.put("page", page).put("same", same);
    }
    return json.put("parents", visits.parents())
        .put("hidden", visits.hidden())
        .put("forbidden", visits.forbidden())
        .toString();
  }

  /** The same walk in the list of the same parent. */
  ParentWalk in(String at) {
    return new ParentWalk(todo, done, next, at, again, visits, same, page);
  }

  /** The same walk before the list of the same parent; null if that was tried too often. */
  @Nullable ParentWalk restarted() {
    return again == MAX_AGAIN
        ? null
        : new ParentWalk(todo, done, next, null, again + 1, visits, same, page);
  }

  /**
   * The walk behind the first parent; null if it was the last.
   *
   * @param more how the parents have answered, this one included
   */
  @Nullable ParentWalk behindFirst(Visits more) {
    List<String> rest = todo.subList(1, todo.size());
    List<String> read = new ArrayList<>(done);
    read.add(todo.getFirst());
    return rest.isEmpty() && next == null
        ? null
        : new ParentWalk(rest, read, next, null, 0, more, same, page);
  }
}
