package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import org.jspecify.annotations.Nullable;

/** Lets a request in or answers it at the door: media type, method, credential, outages. */
final class ZendeskGate {
  private final ZendeskAccess access;

  ZendeskGate(ZendeskAccess access) {
    this.access = access;
  }

  /** The answer at the door, or null when the request may pass. */
  @Nullable Reply stop(ZendeskCall call) {
    ZendeskError error = form(call);
    error = error == null ? credentials(call) : error;
    if (error != null) {
      return call.refused(error);
    }
    for (ZendeskQuirk.AtTheDoor quirk : call.due().of(ZendeskQuirk.AtTheDoor.class)) {
      Reply stopped = stop(call, quirk);
      if (stopped != null) {
        return stopped;
      }
    }
    return null;
  }

  private static @Nullable ZendeskError form(ZendeskCall call) {
    Request request = call.request();
    String accept = request.header("Accept");
    if (accept == null || !accept.contains("application/json")) {
      String message = "Bad Request: Accept: application/json is missing";
      return ZendeskError.badRequest(message).shaped(ZendeskErrorShape.PLAIN);
    }
    String method = call.route() instanceof ZendeskRoute.Token ? "POST" : "GET";
    return request.method().equals(method)
        ? null
        : new ZendeskError(405, "MethodNotAllowed", "Only " + method, ZendeskErrorShape.DESCRIBED);
  }

  private @Nullable ZendeskError credentials(ZendeskCall call) {
    return call.route() instanceof ZendeskRoute.Token ? null : access.check(call.request());
  }

  private static @Nullable Reply stop(ZendeskCall call, ZendeskQuirk.AtTheDoor quirk) {
    return switch (quirk) {
      case ZendeskQuirk.RateLimited(RetryHint form, long seconds, boolean plain) -> {
        ZendeskError error = ZendeskError.rateLimited();
        Reply reply = call.refused(plain ? error.shaped(ZendeskErrorShape.PLAIN) : error);
        yield form.on(reply, seconds, call.request().at());
      }
      case ZendeskQuirk.TokenExpired() ->
          ZendeskAccess.byToken(call.request()) ? call.refused(ZendeskError.expiredToken()) : null;
      case ZendeskQuirk.Unauthorized() -> call.refused(ZendeskError.unauthenticated());
      case ZendeskQuirk.Forbidden() -> call.refused(ZendeskError.noAccess());
      case ZendeskQuirk.FeatureMissing() -> call.refused(ZendeskError.invalidEndpoint());
      case ZendeskQuirk.Trouble(int status, RetryHint form, long seconds) ->
          form.on(call.refused(ZendeskError.trouble(status)), seconds, call.request().at());
      case ZendeskQuirk.GatewayTimeoutAbove(int most) ->
          call.request().query().number(ZendeskRules.PER_PAGE, ZendeskRules.MOST, most) == 0
                  || !call.request().query().has(ZendeskRules.PER_PAGE)
              ? call.refused(ZendeskError.gatewayTimeout())
              : null;
    };
  }
}
