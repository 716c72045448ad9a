package dev.tidemark.query;

/** A statement failed; the message is what the database says, and what may be done. */
final class SqlFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SqlFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
