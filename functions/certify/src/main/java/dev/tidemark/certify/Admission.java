package dev.tidemark.certify;

import dev.tidemark.certify.described.ApiForm;
import dev.tidemark.rest.definition.Auth;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A credential that is no secret, and what an API that knows it wants to be shown.
 *
 * @param credential as a user would give it
 * @param tokenPath where a token is fetched for it; null where none is
 */
record Admission(String credential, String header, String value, @Nullable String tokenPath) {
  private static final String SECRET = "certified-secret";

  /** The first kind of credential that is declared. */
  static Admission of(Auth auth) {
    Auth.Scheme key = auth.apiKey();
    if (key != null) {
      String secret = (key.startsWith() == null ? "" : key.startsWith()) + SECRET;
      return shown("apiKey", key, secret);
    }
    Auth.Scheme token = auth.accessToken();
    if (token != null) {
      return shown("accessToken", token, SECRET);
    }
    Auth.Basic basic = auth.basic();
    if (basic != null) {
      String user = basic.noPassword() ? SECRET : "certified";
      String pair = user + basic.userSuffix() + ":" + (basic.noPassword() ? "" : SECRET);
      return new Admission(
          basic.noPassword()
              ? json(Map.of(basic.user(), SECRET))
              : json(Map.of(basic.user(), user, basic.password(), SECRET)),
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
          null);
    }
    Auth.ClientCredentials client = auth.clientCredentials();
    return new Admission(
        json(Map.of("clientId", "certified", "clientSecret", SECRET)),
        "Authorization",
        "Bearer " + ApiForm.ACCESS_TOKEN,
        client == null ? null : client.path());
  }

  private static Admission shown(String member, Auth.Scheme scheme, String secret) {
    return new Admission(
        json(Map.of(member, secret)), scheme.header(), scheme.prefix() + secret, null);
  }

  private static String json(Map<String, String> members) {
    StringBuilder json = new StringBuilder();
    members.forEach((name, value) ->
        json.append(json.isEmpty() ? "{\"" : ",\"")
            .append(name)
            .append("\":\"")
            .append(value)
            .append('"'));
    return json.append('}').toString();
  }
}
