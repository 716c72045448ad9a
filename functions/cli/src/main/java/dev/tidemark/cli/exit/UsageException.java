package dev.tidemark.cli.exit;

/**
 * The command cannot begin: wrong words, a missing credential, a home that cannot be used. Nothing
 * was started.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
