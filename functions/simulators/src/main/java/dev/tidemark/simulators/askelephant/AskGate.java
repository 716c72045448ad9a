package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import org.jspecify.annotations.Nullable;

/** Lets a request in or answers it at the door: method, credential, outages. */
final class AskGate {
  private static final String BEARER = "Bearer ";

  private final TokenLedger tokens;

  AskGate(TokenLedger tokens) {
    this.tokens = tokens;
  }

  /** The answer at the door, or null when the request may pass. */
  @Nullable Reply stop(Request request, AskRoute route, Due due) {
    boolean granting = route instanceof AskRoute.Token;
    AskProblem problem = method(request, granting ? "POST" : "GET");
    problem = problem == null && !granting ? credentials(request) : problem;
    if (problem != null) {
      return problem.reply(request.number());
    }
    for (AskElephantQuirk quirk : due.of(AskElephantQuirk.class)) {
      Reply stopped = stop(request, quirk);
      if (stopped != null) {
        return stopped;
      }
    }
    return null;
  }

  private static @Nullable AskProblem method(Request request, String only) {
    return request.method().equals(only)
        ? null
        : new AskProblem(
            405, "method_not_allowed", "Method Not Allowed", "Only " + only + " is simulated.", "");
  }

  private @Nullable AskProblem credentials(Request request) {
    String sent = request.header("Authorization");
    if (AskElephant.API_KEY.equals(sent) || (BEARER + AskElephant.OAUTH_TOKEN).equals(sent)) {
      return null;
    }
    if (sent == null || !sent.startsWith(BEARER)) {
      return AskProblem.unauthorized("The credential is missing or invalid.");
    }
    String token = sent.substring(BEARER.length());
    if (token.startsWith("sk-apik_")) {
      return AskProblem.unauthorized("Do not prepend Bearer to an API key.");
    }
    return tokens.use(token, request.at()) == null
        ? AskProblem.unauthorized("The access token is expired or invalid.")
        : null;
  }

  private static @Nullable Reply stop(Request request, AskElephantQuirk quirk) {
    return switch (quirk) {
      case AskElephantQuirk.RateLimited(RetryHint form, long seconds) ->
          form.on(AskProblem.rateLimited().reply(request.number()), seconds, request.at());
      case AskElephantQuirk.Unauthorized() ->
          AskProblem.unauthorized("The credential was revoked.").reply(request.number());
      case AskElephantQuirk.Forbidden(String scope) ->
          AskProblem.forbidden(scope).reply(request.number());
      case AskElephantQuirk.ServerError(int status) ->
          AskProblem.server(status).reply(request.number());
      case AskElephantQuirk.CursorRejected _ -> null;
      case AskElephantQuirk.CursorsRefusedWith422 _ -> null;
    };
  }
}
