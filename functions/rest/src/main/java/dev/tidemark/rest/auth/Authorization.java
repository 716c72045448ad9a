package dev.tidemark.rest.auth;

import dev.tidemark.rest.definition.Auth;

/** What a credential is to an API. */
public sealed interface Authorization permits Presented, TokenGrant {
  /**
   * What {@code auth} makes of {@code credential}.
   *
   * @throws CredentialException if the API does not take such a credential
   */
  static Authorization of(Auth auth, Credential credential) {
    return new CredentialKinds(auth).authorization(credential);
  }
}
