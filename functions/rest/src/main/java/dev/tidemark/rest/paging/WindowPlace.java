package dev.tidemark.rest.paging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a walk by windows stands.
 *
 * @param from lower bound of the window
 * @param until its upper bound
 * @param end where the walk ends; null before its first answer told the server's time
 * @param cursor the place in the window; null for its first page
 */
record WindowPlace(Instant from, Instant until, @Nullable Instant end, @Nullable String cursor) {
  private static final ObjectMapper JSON = new ObjectMapper();

  WindowPlace {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("empty window: " + from + " to " + until);
    }
  }

  /** Reads what {@link #text} wrote. */
  static WindowPlace of(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      String end = json.path("end").textValue();
      return new WindowPlace(
          Instant.parse(json.path("from").asText()),
          Instant.parse(json.path("until").asText()),
          end == null ? null : Instant.parse(end),
          json.path("cursor").textValue());
    } catch (JsonProcessingException | DateTimeException e) {
      throw new IllegalStateException("not a place in a walk by windows: " + text, e);
    }
  }

  /** Another place in the same window. */
  WindowPlace at(@Nullable String other, @Nullable Instant known) {
    return new WindowPlace(from, until, known, other);
  }

  /** The place as a cursor. */
  String text() {
    ObjectNode json =
        JSON.createObjectNode()
            .put("from", from.toString())
            .put("until", until.toString())
            .put("end", end == null ? null : end.toString());
    return json.put("cursor", cursor).toString();
  }
}
