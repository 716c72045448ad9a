package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.credential.AccessToken;
import dev.tidemark.simulators.credential.Grant;
import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import org.jspecify.annotations.Nullable;

/** Answers {@code POST /oauth/tokens} (contract zendesk 3.1, "Client credentials"). */
final class ZendeskGrants {
  private final TokenLedger tokens;

  ZendeskGrants(TokenLedger tokens) {
    this.tokens = tokens;
  }

  Reply answer(ZendeskCall call) {
    Request request = call.request();
    Grant grant = isJson(request) ? read(Json.of(request.body())) : null;
    if (grant == null) {
      return call.refused(
          ZendeskError.grantRefused(400, "invalid_request", "The request body is no JSON object"));
    }
    ZendeskError error = check(grant);
    if (error != null) {
      return call.refused(error);
    }
    String scope = grant.scope() == null ? ZendeskScopes.READ : grant.scope();
    AccessToken token = tokens.issue(scope, request.at());
    String body =
        "{\"access_token\":%s,\"token_type\":\"bearer\",\"scope\":%s,\"expires_in\":%d}"
            .formatted(
                Json.quoted(token.text()), Json.quoted(scope), tokens.lifetime().toSeconds());
    return Reply.of(200, "application/json", body);
  }

  private static boolean isJson(Request request) {
    String type = request.header("Content-Type");
    return type != null && type.startsWith("application/json");
  }

  private static @Nullable ZendeskError check(Grant grant) {
    if (!"client_credentials".equals(grant.grantType())) {
      return ZendeskError.grantRefused(
          400, "unsupported_grant_type", "The authorization grant type is not supported");
    }
    if (!Zendesk.CLIENT_ID.equals(grant.clientId())
        || !Zendesk.CLIENT_SECRET.equals(grant.clientSecret())) {
      return ZendeskError.grantRefused(401, "invalid_client", "Client authentication failed");
    }
    return grant.scope() != null && ZendeskScopes.beyondCeiling(grant.scope())
        ? ZendeskError.grantRefused(400, "invalid_scope", "The requested scope is invalid")
        : null;
  }

  private static @Nullable Grant read(Json body) {
    try {
      return new Grant(
          text(body, "grant_type"),
          text(body, "client_id"),
          text(body, "client_secret"),
          text(body, "scope"));
    } catch (IllegalArgumentException | IndexOutOfBoundsException notAnObject) {
      return null;
    }
  }

  private static @Nullable String text(Json body, String name) {
    String raw = body.raw(name);
    return raw == null || !raw.startsWith("\"") ? null : raw.substring(1, raw.length() - 1);
  }
}
