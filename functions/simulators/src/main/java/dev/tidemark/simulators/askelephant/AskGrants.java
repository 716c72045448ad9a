package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.credential.AccessToken;
import dev.tidemark.simulators.credential.Grant;
import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code POST /api/v1/oauth/token} (contract askelephant 2.1): a form, and errors 400 and
 * 401. What the answer holds is not documented; it is that of RFC 6749, 4.4.3.
 */
final class AskGrants {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final AskScopes scopes;
  private final TokenLedger tokens;

  AskGrants(AskScopes scopes, TokenLedger tokens) {
    this.scopes = scopes;
    this.tokens = tokens;
  }

  Reply answer(Request request) {
    Grant grant = read(request);
    if (grant == null) {
      return AskProblem.badRequest("The body is no form.").reply(request.number());
    }
    AskProblem problem = check(grant);
    if (problem != null) {
      return problem.reply(request.number());
    }
    String scope = grant.scope() == null ? "" : grant.scope();
    AccessToken token = tokens.issue(scope, request.at());
    String body =
        "{\"access_token\":%s,\"token_type\":\"Bearer\",\"expires_in\":%d,\"scope\":%s}"
            .formatted(
                Json.quoted(token.text()), tokens.lifetime().toSeconds(), Json.quoted(scope));
    return Reply.of(200, "application/json", body);
  }

  private @Nullable AskProblem check(Grant grant) {
    if (!"client_credentials".equals(grant.grantType())) {
      return AskProblem.badRequest("Unsupported grant_type.");
    }
    if (!AskElephant.CLIENT_ID.equals(grant.clientId())
        || !AskElephant.CLIENT_SECRET.equals(grant.clientSecret())) {
      return AskProblem.unauthorized("The client is unknown.");
    }
    boolean granted =
        grant.scope() == null
            || List.of(grant.scope().split(" ", -1)).stream().allMatch(scopes::has);
    return granted ? null : AskProblem.badRequest("The scope is not granted to this client.");
  }

  private static @Nullable Grant read(Request request) {
    String type = request.header("Content-Type");
    if (type == null || !type.startsWith(FORM)) {
      return null;
    }
    try {
      QueryString form = QueryString.parse(request.body());
      return new Grant(
          form.first("grant_type"),
          form.first("client_id"),
          form.first("client_secret"),
          form.first("scope"));
    } catch (IllegalArgumentException malformedEscape) {
      return null;
    }
  }
}
