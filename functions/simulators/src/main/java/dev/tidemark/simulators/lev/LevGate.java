package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import org.jspecify.annotations.Nullable;

/** Lets a request in or answers it at the door: method, credential, origin, outages. */
final class LevGate {
  private LevGate() {}

  /** The answer at the door, or null when the request may pass. */
  static @Nullable Reply stop(LevCall call) {
    LevError error = credentials(call.request());
    if (error != null) {
      return call.refused(error);
    }
    for (LevQuirk quirk : call.due().of(LevQuirk.class)) {
      Reply stopped = stop(call, quirk);
      if (stopped != null) {
        return stopped;
      }
    }
    return null;
  }

  private static @Nullable LevError credentials(Request request) {
    if (!request.method().equals("GET")) {
      return new LevError(405, "method_not_allowed", "Only GET is simulated", 0);
    }
    if (!("Bearer " + Lev.API_KEY).equals(request.header("Authorization"))) {
      return LevError.unauthorized();
    }
    String origin = request.header("X-Origin-App");
    return origin == null || origin.isBlank()
        ? LevError.badRequest("Missing required header: X-Origin-App")
        : null;
  }

  private static @Nullable Reply stop(LevCall call, LevQuirk quirk) {
    return switch (quirk) {
      case LevQuirk.RateLimited(var shape, var form, long seconds) ->
          form.on(
              LevError.rateLimited(seconds).reply(shape, call.id()), seconds, call.request().at());
      case LevQuirk.Unauthorized() -> call.refused(LevError.unauthorized());
      case LevQuirk.Forbidden(String scope) -> call.refused(LevError.forbidden(scope));
      case LevQuirk.ServerError(int status) -> call.refused(LevError.server(status));
      case LevQuirk.ActiveAccountRequired() ->
          LevError.badRequest(
                  "Active account required. Provide X-Active-Account header or use an API key.")
              .reply(LevErrorShape.STRING, call.id());
      case LevQuirk.ParentRefused(String deal, int status) ->
          call.route() instanceof LevRoute.ChildrenOf children && children.deal().equals(deal)
              ? call.refused(
                  status == 403
                      ? LevError.forbidden("deals:read")
                      : LevError.notFound("Deal", deal))
              : null;
      case LevQuirk.UpdatedAtFilter _ -> null;
      case LevQuirk.ErrorsShapedAs _ -> null;
      case LevQuirk.HiddenAsNotFound _ -> null;
      case LevQuirk.CursorRejected _ -> null;
    };
  }
}
