package dev.tidemark.simulators.credential;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Request;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to a token endpoint, however it is encoded; null where nothing was sent.
 *
 * @param grantType should be {@code client_credentials}
 */
public record Grant(
    @Nullable String grantType,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @Nullable String scope) {
  /** Reads a form, or null when the body is none. */
  public static @Nullable Grant form(Request request) {
    try {
      QueryString form = QueryString.parse(request.body());
      return isA("application/x-www-form-urlencoded", request)
          ? new Grant(
              form.first("grant_type"),
              form.first("client_id"),
              form.first("client_secret"),
              form.first("scope"))
          : null;
    } catch (IllegalArgumentException malformedEscape) {
      return null;
    }
  }

  /** Reads a JSON object, or null when the body is none. */
  public static @Nullable Grant json(Request request) {
    try {
      Json body = Json.of(request.body());
      return isA("application/json", request)
          ? new Grant(
              text(body, "grant_type"),
              text(body, "client_id"),
              text(body, "client_secret"),
              text(body, "scope"))
          : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException notAnObject) {
      return null;
    }
  }

  /**
   * What is wrong with it, or null when a token may be issued.
   *
   * @param allowed whether the client may ask for a scope
   */
  public static @Nullable GrantFault fault(
      @Nullable Grant grant, String id, String secret, Predicate<String> allowed) {
    if (grant == null) {
      return GrantFault.UNREADABLE;
    }
    if (!"client_credentials".equals(grant.grantType())) {
      return GrantFault.TYPE;
    }
    if (!id.equals(grant.clientId()) || !secret.equals(grant.clientSecret())) {
      return GrantFault.CLIENT;
    }
    return grant.scopes().stream().allMatch(allowed) ? null : GrantFault.SCOPE;
  }

  private List<String> scopes() {
    return scope == null ? List.of() : List.of(scope.split(" ", -1));
  }

  private static boolean isA(String type, Request request) {
    String sent = request.header("Content-Type");
    return sent != null && sent.startsWith(type);
  }

  private static @Nullable String text(Json body, String name) {
    String raw = body.raw(name);
    return raw == null || !raw.startsWith("\"") ? null : raw.substring(1, raw.length() - 1);
  }
}
