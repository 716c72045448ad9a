package dev.tidemark.rest.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a credential is shown to the API; what is left out, the API does not take. */
@Doc("How a credential is shown to the API; what is left out, the API does not take.")
public record Auth(
    @Doc("{\"apiKey\": …}, or a credential that is a bare text.") @Nullable Scheme apiKey,
    @Doc("{\"accessToken\": …}.") @Nullable Scheme accessToken,
    @Doc("A user and a password, such as {\"email\": …, \"apiToken\": …}.") @Nullable Basic basic,
    @Doc("Members of one credential that are shown together, each at a place of its own.")
        @Default("[]")
        List<Part> together,
    @Doc("{\"clientId\": …, \"clientSecret\": …}, for which a token is fetched.")
        @Nullable ClientCredentials clientCredentials,
    @Doc(
            "{\"refreshToken\": …, \"clientId\": …, \"clientSecret\": …}, for which a token is"
                + " fetched.")
        @Nullable RefreshToken refreshToken,
    @Doc("{\"user\": …, \"password\": …}, for which a token is fetched.") @Nullable Login login,
    @Doc("Whether the API is public: no credential is asked for, and none is sent.")
        @Default("false")
        boolean none) {
  public Auth {
    boolean kinds =
        !together.isEmpty()
            || Stream.of(apiKey, accessToken, basic, clientCredentials, refreshToken, login)
                .anyMatch(Objects::nonNull);
    if (!kinds && !none) {
      throw new IllegalArgumentException(
          "name at least one kind of credential, or write none: true for a public API");
    }
    if (kinds && none) {
      throw new IllegalArgumentException(
          "none: true beside a kind of credential: it would never be sent; keep one of the two");
    }
    if (basic != null && basic.noPassword() && (apiKey != null || accessToken != null)) {
      throw new IllegalArgumentException(
          "basic.noPassword beside apiKey or accessToken: a credential that is one text would be"
              + " shown in two ways; leave one of them out");
    }
    Set<String> seen = new HashSet<>();
    for (Part part : together) {
      if (!seen.add(part.member()) || !seen.add(part.place())) {
        throw new IllegalArgumentException(
            "together: "
                + part.member()
                + ", "
                + part.place()
                + ": each member and each place once; one would replace the other");
      }
    }
  }

  /** The query parameters that carry a secret; what an API's URLs repeat of them is never kept. */
  public Set<String> queryNames() {
    return Stream.of(
            Stream.of(apiKey, accessToken).flatMap(Stream::ofNullable).map(Scheme::query),
            together.stream().map(Part::query),
            endpoints().map(endpoint -> endpoint.shown().query()))
        .flatMap(names -> names)
        .flatMap(Stream::ofNullable)
        .collect(Collectors.toSet());
  }

  /** Where tokens are asked for. */
  public Stream<TokenEndpoint> endpoints() {
    return Stream.of(
            clientCredentials == null ? null : clientCredentials.endpoint(),
            refreshToken == null ? null : refreshToken.endpoint(),
            login == null ? null : login.endpoint())
        .flatMap(Stream::ofNullable);
  }

  /** A place that carries a secret. */
  @Doc("A place that carries a secret.")
  public record Scheme(
      @Doc("Name of the header; Authorization unless query is given.") @Nullable String header,
      @Doc("Name of the query parameter, for an API that takes no header.") @Nullable String query,
      @Doc("What stands before the secret, as \"Bearer \".") @Default("") String prefix,
      @Doc("How such a secret begins; a bare text that does not is taken for an access token.")
          @Nullable String startsWith) {
    public Scheme {
      if (query == null) {
        header = header == null ? "Authorization" : header;
      }
      SecretPlace.check(header, query);
    }
  }

  /** A member of a credential and where it is shown. */
  @Doc("A member of a credential and where it is shown: give either header or query.")
  public record Part(
      @Doc("The credential's member, such as appKey.") String member,
      @Doc("Name of the header.") @Nullable String header,
      @Doc("Name of the query parameter.") @Nullable String query,
      @Doc("What stands before the secret.") @Default("") String prefix) {
    public Part {
      SecretPlace.check(header, query);
    }

    /** What messages call its place. */
    String place() {
      return SecretPlace.words(header, query);
    }
  }

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
      @Flat TokenEndpoint endpoint,
      @Doc("The scope that is asked for; left out where there is none.") @Nullable String scope,
      @Doc("Where client id and secret stand: in the body, or as Basic authentication.")
          @Default("body")
          ClientPlace client) {
    public ClientCredentials {
      endpoint.refuse("client_id", "client_secret", "scope");
    }
  }

  /** The refresh token grant (RFC 6749, 6). */
  @Doc("The refresh token grant (RFC 6749, 6), for a refresh token that stays valid.")
  public record RefreshToken(
      @Flat TokenEndpoint endpoint,
      @Doc("The scope that is asked for; left out where there is none.") @Nullable String scope,
      @Doc("Where client id and secret stand: in the body, or as Basic authentication.")
          @Default("body")
          ClientPlace client,
      @Doc("Whether a refresh token stays valid though the answer gives another one.")
          @Default("false")
          boolean reusable) {
    public RefreshToken {
      endpoint.refuse("client_id", "client_secret", "scope", "refresh_token", "grant_type");
    }
  }

  /** A user and a password that are exchanged for a token. */
  @Doc("A user and a password that are exchanged for a token.")
  public record Login(
      @Flat TokenEndpoint endpoint,
      @Doc("The name under which the user is sent.") @Default("username") String user,
      @Doc("The name under which the password is sent.") @Default("password") String password) {
    public Login {
      if (user.equals(password)) {
        throw new IllegalArgumentException(
            "user and password are both sent as " + user + "; give each a name of its own");
      }
      endpoint.refuse(user, password);
    }
  }

  /** How a token request is written. */
  public enum Form {
    /** As {@code application/json}. */
    JSON,
    /** As {@code application/x-www-form-urlencoded}, which the RFC says. */
    FORM
  }

  /** Where a token request says who asks. */
  public enum ClientPlace {
    /** As {@code client_id} and {@code client_secret} in its body. */
    BODY,
    /**
     * As user and password of Basic authentication, each encoded as in a form (RFC 6749, 2.3.1).
     */
    BASIC
  }
}
