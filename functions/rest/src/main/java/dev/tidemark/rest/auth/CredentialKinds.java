package dev.tidemark.rest.auth;

import dev.tidemark.rest.definition.Auth;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of credential that an API takes. */
final class CredentialKinds {
  private final Auth auth;

  CredentialKinds(Auth auth) {
    this.auth = auth;
  }

  Authorization authorization(Credential credential) {
    Authorization found = key(credential);
    found = found == null ? token(credential) : found;
    found = found == null ? basic(credential) : found;
    found = found == null ? clientCredentials(credential) : found;
    if (found == null) {
      throw new CredentialException(
          isForeign(credential)
              ? "the apiKey does not begin with " + begins() + ": is it a key of this API?"
              : "this API takes " + String.join(" or ", taken()) + ", none of which was given");
    }
    return found;
  }

  private @Nullable Authorization key(Credential credential) {
    Auth.Scheme scheme = auth.apiKey();
    String key = credential.members().get("apiKey");
    return scheme == null || key == null || isForeign(credential) ? null : show(scheme, key);
  }

  private @Nullable Authorization token(Credential credential) {
    Auth.Scheme scheme = auth.accessToken();
    String token = credential.members().get(credential.bare() ? "apiKey" : "accessToken");
    return scheme == null || token == null ? null : show(scheme, token);
  }

  private @Nullable Authorization basic(Credential credential) {
    Auth.Basic basic = auth.basic();
    if (basic == null) {
      return null;
    }
    boolean key = basic.noPassword();
    String user = credential.members().get(key && credential.bare() ? "apiKey" : basic.user());
    String password = key ? "" : credential.members().get(basic.password());
    if (user == null || password == null) {
      return null;
    }
    if (user.contains(":")) {
      // A colon would end the user early, and the rest of it would be taken for the password.
      throw new CredentialException("the credential's " + basic.user() + " holds a colon");
    }
    String pair = user + basic.userSuffix() + ":" + password;
    return new ShownHeader(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private @Nullable Authorization clientCredentials(Credential credential) {
    Auth.ClientCredentials how = auth.clientCredentials();
    String id = credential.members().get("clientId");
    String secret = credential.members().get("clientSecret");
    return how == null || id == null || secret == null ? null : new TokenGrant(how, id, secret);
  }

  private boolean isForeign(Credential credential) {
    String begins = begins();
    String key = credential.members().get("apiKey");
    return key != null && begins != null && !key.startsWith(begins);
  }

  private @Nullable String begins() {
    Auth.Scheme scheme = auth.apiKey();
    return scheme == null ? null : scheme.startsWith();
  }

  private static Authorization show(Auth.Scheme scheme, String secret) {
    return new ShownHeader(scheme.header(), scheme.prefix() + secret);
  }

  private static String taken(Auth.Basic basic) {
    return "{\""
        + basic.user()
        + (basic.noPassword() ? "\": \"…\"}" : "\": \"…\", \"" + basic.password() + "\": \"…\"}");
  }

  private List<String> taken() {
    Auth.Basic basic = auth.basic();
    return Stream.of(
            auth.apiKey() == null ? null : "{\"apiKey\": \"…\"}",
            auth.accessToken() == null ? null : "{\"accessToken\": \"…\"}",
            basic == null ? null : taken(basic),
            auth.clientCredentials() == null
                ? null
                : "{\"clientId\": \"…\", \"clientSecret\": \"…\"}")
        .flatMap(Stream::ofNullable)
        .toList();
  }
}
