package dev.tidemark.rest.definition;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a credential is shown to the API; what is left out, the API does not take. */
@Doc("How a credential is shown to the API; what is left out, the API does not take.")
public record Auth(
    @Doc("{\"apiKey\": …}, or a credential that is a bare text.") @Nullable Scheme apiKey,
    @Doc("{\"accessToken\": …}.") @Nullable Scheme accessToken,
    @Doc("A user and a password, such as {\"email\": …, \"apiToken\": …}.") @Nullable Basic basic,
    @Doc("{\"clientId\": …, \"clientSecret\": …}, for which a token is fetched.")
        @Nullable ClientCredentials clientCredentials) {
  public Auth {
    if (Stream.of(apiKey, accessToken, basic, clientCredentials).allMatch(one -> one == null)) {
      throw new IllegalArgumentException("name at least one kind of credential");
    }
    if (basic != null && basic.noPassword() && (apiKey != null || accessToken != null)) {
      throw new IllegalArgumentException(
          "basic.noPassword beside apiKey or accessToken: a credential that is one text would be"
              + " shown in two ways; leave one of them out");
    }
  }

  /** A header that carries a secret. */
  @Doc("A header that carries a secret.")
  public record Scheme(
      @Doc("Name of the header.") @Default("Authorization") String header,
      @Doc("What stands before the secret, as \"Bearer \".") @Default("") String prefix,
      @Doc("How such a secret begins; a bare text that does not is taken for an access token.")
          @Nullable String startsWith) {}

  /** Basic authentication (RFC 7617). */
  @Doc("Basic authentication (RFC 7617).")
  public record Basic(
      @Doc("The credential's member that is the user.") @Default("email") String user,
      @Doc("The credential's member that is the password.") @Default("apiToken") String password,
      @Doc("What stands after the user, such as /token.") @Default("") String userSuffix,
      @Doc("Whether the password is empty: the user is the key, as a bare text or as that member.")
          @Default("false")
          boolean noPassword) {}

  /** The client credentials grant (RFC 6749, 4.4). */
  @Doc("The client credentials grant (RFC 6749, 4.4); the token is shown as a bearer.")
  public record ClientCredentials(
      @Doc("Path that a token is asked for at, from the base URL.") String path,
      @Doc("How the request is written.") @Default("form") Form form,
      @Doc("The scope that is asked for; left out where there is none.") @Nullable String scope) {
    public ClientCredentials {
      if (!path.startsWith("/")) {
        throw new IllegalArgumentException("path: \"" + path + "\" must begin with /");
      }
    }
  }

  /** How a token request is written. */
  public enum Form {
    /** As {@code application/json}. */
    JSON,
    /** As {@code application/x-www-form-urlencoded}, which the RFC says. */
    FORM
  }
}
