package dev.tidemark.cli.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an API answered.
 *
 * @param body null where it is no JSON
 * @param problem what is wrong with it, as the end of a sentence; null for a good answer
 */
record DraftAnswer(
    int status,
    List<Map.Entry<String, String>> headers,
    @Nullable JsonNode body,
    @Nullable String problem) {
  DraftAnswer {
    headers = List.copyOf(headers);
  }

  boolean good() {
    return problem == null && body != null;
  }

  /** The body of a good answer. */
  JsonNode json() {
    if (body == null) {
      throw new IllegalStateException("no JSON: " + problem);
    }
    return body;
  }

  /** The first header of that name; null where there is none. */
  @Nullable String header(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
