package dev.tidemark.rest.auth;

import dev.tidemark.rest.definition.Auth;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of credential that an API takes. */
final class CredentialKinds {
  private final Auth auth;

  CredentialKinds(Auth auth) {
    this.auth = auth;
  }

  Authorization authorization(Credential credential) {
    if (auth.none()) {
      return Presented.NOTHING;
    }
    Authorization found = key(credential);
    found = found == null ? token(credential) : found;
    found = found == null ? basic(credential) : found;
    found = found == null ? together(credential) : found;
    found = found == null ? refreshToken(credential) : found;
    found = found == null ? clientCredentials(credential) : found;
    found = found == null ? login(credential) : found;
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
    return Presented.header(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  private @Nullable Authorization clientCredentials(Credential credential) {
    Auth.ClientCredentials how = auth.clientCredentials();
    String id = credential.members().get("clientId");
    String secret = credential.members().get("clientSecret");
    return how == null || id == null || secret == null ? null : TokenGrant.of(how, id, secret);
  }

  private @Nullable Authorization refreshToken(Credential credential) {
    Auth.RefreshToken how = auth.refreshToken();
    Map<String, String> members = credential.members();
    String token = members.get("refreshToken");
    return how == null || token == null
        ? null
        : TokenGrant.of(how, token, members.get("clientId"), members.get("clientSecret"));
  }

  private @Nullable Authorization login(Credential credential) {
    Auth.Login how = auth.login();
    String user = credential.members().get("user");
    String password = credential.members().get("password");
    return how == null || user == null || password == null
        ? null
        : TokenGrant.of(how, user, password);
  }

  private @Nullable Authorization together(Credential credential) {
    Map<String, String> headers = new LinkedHashMap<>();
    Map<String, String> query = new LinkedHashMap<>();
    for (Auth.Part part : auth.together()) {
      String secret = credential.members().get(part.member());
      if (secret == null) {
        return null;
      }
      if (part.header() != null) {
        headers.put(part.header(), part.prefix() + visible(part.member(), secret));
      } else if (part.query() != null) {
        query.put(part.query(), part.prefix() + secret);
      }
    }
    return auth.together().isEmpty() ? null : new Presented(headers, query);
  }

  /** A password may hold what no header can carry, and is then of no use in one. */
  private static String visible(String member, String secret) {
    if (!Credential.isVisible(secret)) {
      throw new CredentialException(Credential.unfit(member));
    }
    return secret;
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

  /** {@code secret} at the place of {@code scheme}. */
  static Presented show(Auth.Scheme scheme, String secret) {
    String shown = scheme.prefix() + secret;
    return scheme.query() == null
        ? Presented.header(String.valueOf(scheme.header()), shown)
        : Presented.query(scheme.query(), shown);
  }

  private static String taken(Auth.Basic basic) {
    return basic.noPassword() ? object(basic.user()) : object(basic.user(), basic.password());
  }

  private List<String> taken() {
    Auth.Basic basic = auth.basic();
    return Stream.of(
            auth.apiKey() == null ? null : object("apiKey"),
            auth.accessToken() == null ? null : object("accessToken"),
            basic == null ? null : taken(basic),
            auth.together().isEmpty()
                ? null
                : object(auth.together().stream().map(Auth.Part::member).toArray(String[]::new)),
            auth.refreshToken() == null ? null : object("refreshToken", "clientId", "clientSecret"),
            auth.clientCredentials() == null ? null : object("clientId", "clientSecret"),
            auth.login() == null ? null : object("user", "password"))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  private static String object(String... members) {
    return Stream.of(members)
        .map(member -> "\"" + member + "\": \"…\"")
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
