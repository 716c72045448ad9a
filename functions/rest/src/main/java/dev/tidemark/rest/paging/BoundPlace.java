package dev.tidemark.rest.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk by its bound stands.
 *
 * @param way how the next page is asked for
 * @param from lower bound of the query; null for that of the run
 * @param cursor the API's own; null for the query's first page
 * @param open whether the walk began without a lower bound and has yet to look for records without
 *     a time
 */
record BoundPlace(Way way, @Nullable Instant from, @Nullable String cursor, boolean open) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How a page is asked for. */
  enum Way {
    /** By the lower bound alone. */
    BOUND,
    /** By the API's cursor, as long as the records share the bound's time. */
    TIES,
    /** By the API's cursor to the end of the query. */
    CURSOR,
    /** The same of a query without a bound, behind a walk that has shown all that has a time. */
    UNDATED
  }

  /** Before the first page. */
  static final BoundPlace BEGIN = new BoundPlace(Way.BOUND, null, null, false);

  /** Whether the API's cursor leads to the end of the query. */
  boolean byCursor() {
    return way == Way.CURSOR || way == Way.UNDATED;
  }

  /** Reads what {@link #text} wrote. */
  static BoundPlace of(@Nullable String text) {
    if (text == null) {
      return BEGIN;
    }
    try {
      JsonNode json = JSON.readTree(text);
      String from = json.path("from").textValue();
      return new BoundPlace(
          Way.valueOf(json.path("by").asText().toUpperCase(Locale.ROOT)),
          from == null ? null : Instant.parse(from),
          json.path("cursor").textValue(),
          json.path("open").asBoolean());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new IllegalStateException("not a place in a walk by its bound: " + text, e);
    }
  }

  /** The place as a cursor. */
  String text() {
    ObjectNode json =
        JSON.createObjectNode()
            .put("by", way.name().toLowerCase(Locale.ROOT))
            .put("from", from == null ? null : from.toString())
            .put("cursor", cursor);
    return open ? json.put("open", true).toString() : json.toString();
  }
}
