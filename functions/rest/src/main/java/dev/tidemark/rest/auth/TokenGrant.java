package dev.tidemark.rest.auth;

import dev.tidemark.rest.definition.Auth;

/** A credential that a token is fetched for; it prints as nothing. */
public record TokenGrant(Auth.ClientCredentials how, String clientId, String clientSecret)
    implements Authorization {
  @Override
  public String toString() {
    return "TokenGrant[…]";
  }
}
