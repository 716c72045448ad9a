package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.credential.GrantFault;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Reply;

/**
 * One error answer (contract zendesk 3.8).
 *
 * @param shape the shape in which the vendor's samples have this error
 */
record ZendeskError(int status, String code, String message, ZendeskErrorShape shape) {
  private static final String JSON = "application/json";

  static ZendeskError unauthenticated() {
    String message = "Couldn't authenticate you";
    return new ZendeskError(401, message, message, ZendeskErrorShape.WORD);
  }

  static ZendeskError expiredToken() {
    String message =
        "The access token provided is expired, revoked, malformed or invalid for other reasons.";
    return new ZendeskError(401, "invalid_token", message, ZendeskErrorShape.OAUTH);
  }

  static ZendeskError grantRefused(GrantFault fault) {
    return new ZendeskError(fault.status(), fault.code(), fault.message(), ZendeskErrorShape.OAUTH);
  }

  static ZendeskError noAccess() {
    String message =
        "You do not have access to this page. Please contact the account owner of this help desk"
            + " for further help.";
    return new ZendeskError(403, "Forbidden", message, ZendeskErrorShape.TITLED);
  }

  static ZendeskError missingScope(String scope) {
    String message = "You are missing the following required scopes: " + scope;
    return new ZendeskError(403, "Forbidden", message, ZendeskErrorShape.DESCRIBED);
  }

  static ZendeskError recordNotFound() {
    return new ZendeskError(404, "RecordNotFound", "Not found", ZendeskErrorShape.DESCRIBED);
  }

  static ZendeskError invalidEndpoint() {
    return new ZendeskError(404, "InvalidEndpoint", "Not found", ZendeskErrorShape.DESCRIBED);
  }

  static ZendeskError badRequest(String message) {
    return new ZendeskError(400, "InvalidValue", message, ZendeskErrorShape.DESCRIBED);
  }

  static ZendeskError badPagination(String message) {
    return new ZendeskError(400, "InvalidPaginationParameter", message, ZendeskErrorShape.LISTED);
  }

  static ZendeskError tooRecent() {
    String message = "Too recent start_time. Use a start_time older than 5 minutes";
    return new ZendeskError(422, "InvalidValue", message, ZendeskErrorShape.DESCRIBED);
  }

  static ZendeskError rateLimited() {
    String message = "Number of allowed incremental export API requests per minute exceeded";
    return new ZendeskError(429, "APIRateLimitExceeded", message, ZendeskErrorShape.DESCRIBED);
  }

  static ZendeskError gatewayTimeout() {
    return new ZendeskError(
        504, "GatewayTimeout", "upstream request timeout", ZendeskErrorShape.PLAIN);
  }

  static ZendeskError trouble(int status) {
    String message = status == 409 ? "Conflict, try again" : "Please try again";
    return new ZendeskError(status, "ServiceTrouble", message, ZendeskErrorShape.DESCRIBED);
  }

  ZendeskError shaped(ZendeskErrorShape changed) {
    return new ZendeskError(status, code, message, changed);
  }

  Reply reply() {
    String name = Json.quoted(code);
    String text = Json.quoted(message);
    return switch (shape) {
      case WORD -> json("{\"error\":%s}".formatted(text));
      case TITLED -> json("{\"error\":{\"title\":%s,\"message\":%s}}".formatted(name, text));
      case DESCRIBED -> json("{\"error\":%s,\"description\":%s}".formatted(name, text));
      case LISTED ->
          json(
              "{\"errors\":[{\"code\":%s,\"title\":\"Invalid attribute\",\"detail\":%s}]}"
                  .formatted(name, text));
      case DETAILED ->
          json(
              "{\"error\":%s,\"description\":%s,".formatted(name, text)
                  + "\"details\":{\"base\":[{\"description\":%s,\"error\":%s}]}}"
                      .formatted(text, name));
      case OAUTH -> json("{\"error\":%s,\"error_description\":%s}".formatted(name, text));
      case PLAIN -> Reply.of(status, "text/plain", message);
    };
  }

  private Reply json(String body) {
    return Reply.of(status, JSON, body);
  }
}
