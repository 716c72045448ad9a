package dev.tidemark.certify.described;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where in a request a value is looked for.
 *
 * @param name of the query parameter or header; in a body a path, joined by dots
 */
public record Slot(Part part, String name) {
  /** A part of a request. */
  public enum Part {
    /** The query string. */
    QUERY,
    /** A header. */
    HEADER,
    /** The JSON body. */
    BODY
  }

  /** A query parameter. */
  static Slot query(String name) {
    return new Slot(Part.QUERY, name);
  }

  /** What stands there, as text; null for nothing. */
  @Nullable String in(Request request) {
    return switch (part) {
      case QUERY -> request.query().first(name);
      case HEADER -> request.header(name);
      case BODY -> inBody(request.body());
    };
  }

  private @Nullable String inBody(String body) {
    String at = body.isEmpty() ? null : body;
    for (String member : Tree.names(name)) {
      at = at == null || !at.startsWith("{") ? null : Json.of(at).raw(unquoted(member));
    }
    return at == null || at.equals("null") ? null : unquoted(at);
  }

  /** Values that are sent hold nothing that JSON escapes. */
  private static String unquoted(String raw) {
    return raw.startsWith("\"") ? raw.substring(1, raw.length() - 1) : raw;
  }
}
