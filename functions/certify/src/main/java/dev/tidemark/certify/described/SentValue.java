package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Parameter;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Request;
import org.jspecify.annotations.Nullable;

/** Finds in a request what its definition says to be sent. */
final class SentValue {
  private SentValue() {}

  /** What stands at {@code parameter}, as text; null for nothing. */
  static @Nullable String of(Parameter parameter, Request request) {
    String sent = sent(parameter, request);
    String value = sent == null ? null : parameter.inside(sent);
    if (sent != null && value == null) {
      throw new RefusedException(400, "\"" + sent + "\" is not what is expected: " + parameter);
    }
    return value;
  }

  private static @Nullable String sent(Parameter parameter, Request request) {
    MemberPath body = parameter.body();
    if (body != null) {
      return inBody(body, request.body());
    }
    return parameter.query() == null
        ? request.header(String.valueOf(parameter.header()))
        : request.query().first(parameter.query());
  }

  private static @Nullable String inBody(MemberPath path, String body) {
    if (!body.isEmpty() && !body.startsWith("{")) {
      return QueryString.parse(body).first(path.names().getLast());
    }
    String at = body.isEmpty() ? null : body;
    for (String member : path.names()) {
      at = at == null || !at.startsWith("{") ? null : Json.of(at).raw(member);
    }
    return at == null || at.equals("null") ? null : unquoted(at);
  }

  /** Values that are sent hold nothing that JSON escapes. */
  static String unquoted(String raw) {
    return raw.startsWith("\"") ? raw.substring(1, raw.length() - 1) : raw;
  }
}
