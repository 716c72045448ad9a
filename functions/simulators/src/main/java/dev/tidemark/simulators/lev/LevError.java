package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Reply;
import java.util.Locale;

/**
 * One error answer (contract lev 1.5).
 *
 * @param waitSeconds how long to wait, on 429 only; else 0
 */
record LevError(int status, String type, String message, long waitSeconds) {
  private static final String RATE_LIMIT = "rate_limit_exceeded";

  static LevError badRequest(String message) {
    return new LevError(400, "bad_request", message, 0);
  }

  static LevError unauthorized() {
    return new LevError(401, "unauthorized", "Authentication required", 0);
  }

  static LevError forbidden(String scope) {
    return new LevError(403, "forbidden", "Missing required scope: " + scope, 0);
  }

  static LevError notFound(String what, String id) {
    return new LevError(404, "not_found", what + " with id " + id + " not found", 0);
  }

  static LevError validation(String message) {
    return new LevError(422, "validation_error", message, 0);
  }

  static LevError rateLimited(long seconds) {
    String message =
        "Per-minute API rate limit reached. Contact help@lev.com if you need a higher tier.";
    return new LevError(429, RATE_LIMIT, message, seconds);
  }

  static LevError server(int status) {
    return status == 503
        ? new LevError(503, "service_unavailable", "Please try again shortly.", 0)
        : new LevError(status, "internal_error", "Internal error", 0);
  }

  Reply reply(LevErrorShape shape, String requestId) {
    String body =
        switch (shape) {
          case JUNE_2026 -> envelope(requestId, june());
          case MARCH_2026 -> envelope(requestId, march());
          case STRING -> "{\"error\":" + Json.quoted(message) + "}";
        };
    return Reply.of(status, "application/json", body);
  }

  private static String envelope(String requestId, String error) {
    return "{\"request_id\":" + Json.quoted(requestId) + ",\"error\":" + error + "}";
  }

  private String june() {
    String wait =
        waitSeconds == 0
            ? ""
            : ",\"limit_type\":\"requests_per_minute\",\"retry_after_seconds\":" + waitSeconds;
    return "{\"status\":%d,\"type\":\"%s\",\"message\":%s,\"details\":{}%s}"
        .formatted(status, type, Json.quoted(message), wait);
  }

  /** The older 429 says the wait in prose only (lev 1.5, "429 body, March 2026"). */
  private String march() {
    boolean limited = type.equals(RATE_LIMIT);
    String code = limited ? "RATE_LIMITED" : type.toUpperCase(Locale.ROOT);
    String text =
        limited ? "Rate limit exceeded. Retry after " + waitSeconds + " seconds." : message;
    return "{\"code\":\"%s\",\"message\":%s}".formatted(code, Json.quoted(text));
  }
}
