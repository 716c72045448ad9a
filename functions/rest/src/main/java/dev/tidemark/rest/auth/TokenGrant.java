package dev.tidemark.rest.auth;

import dev.tidemark.rest.definition.Auth;
import dev.tidemark.rest.definition.TokenEndpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A credential that a token is fetched for; it prints as nothing.
 *
 * @param endpoint where, and what the answer means
 * @param fields what the request says, in this order, secrets among it
 * @param basic the value of the request's {@code Authorization}; null for none
 * @param lasting the refresh token that an answer must not replace; null where it may
 * @param check what an operator looks at where no token is given
 */
public record TokenGrant(
    TokenEndpoint endpoint,
    Map<String, String> fields,
    @Nullable String basic,
    @Nullable String lasting,
    String check)
    implements Authorization {
  public TokenGrant {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static TokenGrant of(Auth.ClientCredentials how, String id, String secret) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "client_credentials");
    if (how.client() == Auth.ClientPlace.BODY) {
      fields.put("client_id", id);
      fields.put("client_secret", secret);
    }
    if (how.scope() != null) {
      fields.put("scope", how.scope());
    }
    fields.putAll(how.endpoint().parameters());
    return new TokenGrant(
        how.endpoint(),
        fields,
        how.client() == Auth.ClientPlace.BASIC ? basic(id, secret) : null,
        null,
        "clientId, clientSecret and the scope that they may ask for");
  }

  static TokenGrant of(
      Auth.RefreshToken how, String token, @Nullable String id, @Nullable String secret) {
    boolean body = how.client() == Auth.ClientPlace.BODY;
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "refresh_token");
    fields.put("refresh_token", token);
    if (body && id != null) {
      fields.put("client_id", id);
    }
    if (body && secret != null) {
      fields.put("client_secret", secret);
    }
    if (how.scope() != null) {
      fields.put("scope", how.scope());
    }
    fields.putAll(how.endpoint().parameters());
    return new TokenGrant(
        how.endpoint(),
        fields,
        body || id == null ? null : basic(id, secret == null ? "" : secret),
        how.reusable() ? null : token,
        "refreshToken, which may have ended, and clientId and clientSecret");
  }

  static TokenGrant of(Auth.Login how, String user, String password) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(how.user(), user);
    fields.put(how.password(), password);
    fields.putAll(how.endpoint().parameters());
    return new TokenGrant(how.endpoint(), fields, null, null, "user and password");
  }

  /** Both are encoded first (RFC 6749, 2.3.1), so that neither may hold a colon. */
  private static String basic(String id, String secret) {
    String pair =
        URLEncoder.encode(id, StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** How {@code token} is shown to the API. */
  public Presented shown(String token) {
    return CredentialKinds.show(endpoint.shown(), token);
  }

  @Override
  public String toString() {
    return "TokenGrant[…]";
  }
}
