package dev.tidemark.rest.auth;

/**
 * A credential is missing or cannot be used; the message says what is wanted and never repeats what
 * was given.
 */
public final class CredentialException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CredentialException(String message) {
    super(message);
  }
}
