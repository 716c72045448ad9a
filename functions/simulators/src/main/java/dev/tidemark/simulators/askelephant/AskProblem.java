package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Reply;

/**
 * One problem+json answer (contract askelephant 2.5).
 *
 * @param slug end of the {@code type} URL; only {@code validation_failed} is documented
 * @param errors written members of the {@code errors} array, empty when there is none
 */
record AskProblem(int status, String slug, String title, String detail, String errors) {
  private static final String TYPES = "https://app.askelephant.ai/errors/";

  static AskProblem badRequest(String detail) {
    return new AskProblem(400, "bad_request", "Bad Request", detail, "");
  }

  static AskProblem unauthorized(String detail) {
    return new AskProblem(401, "unauthorized", "Unauthorized", detail, "");
  }

  static AskProblem forbidden(String scope) {
    return new AskProblem(403, "forbidden", "Forbidden", "Missing scope " + scope + ".", "");
  }

  static AskProblem notFound(String what) {
    return new AskProblem(404, "not_found", "Not Found", what + " was not found.", "");
  }

  static AskProblem invalid(String field, String code, String message) {
    String error =
        "{\"field\":%s,\"code\":%s,\"message\":%s}"
            .formatted(Json.quoted(field), Json.quoted(code), Json.quoted(message));
    String detail = "The request contains invalid fields.";
    return new AskProblem(422, "validation_failed", "Validation Failed", detail, error);
  }

  static AskProblem rateLimited() {
    return new AskProblem(429, "rate_limited", "Too Many Requests", "Slow down.", "");
  }

  static AskProblem server(int status) {
    return new AskProblem(status, "internal_error", "Server Error", "Please try again.", "");
  }

  AskProblem withStatus(int changed) {
    return new AskProblem(changed, slug, title, detail, errors);
  }

  Reply reply(long requestNumber) {
    String body =
        "{\"type\":%s,\"title\":%s,\"status\":%d,\"detail\":%s,\"request_id\":\"%s\"%s}"
            .formatted(
                Json.quoted(TYPES + slug),
                Json.quoted(title),
                status,
                Json.quoted(detail),
                "rid_%08d".formatted(requestNumber),
                errors.isEmpty() ? "" : ",\"errors\":[" + errors + "]");
    Reply reply = Reply.of(status, "application/problem+json", body);
    return status == 401 ? reply.with("WWW-Authenticate", "Bearer realm=\"AskElephant\"") : reply;
  }
}
