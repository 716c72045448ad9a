package dev.tidemark.core.state;

/**
 * A stored state cannot be read: the message names the item, what is wrong with it, and what the
 * operator can do.
 */
public final class DamagedStateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DamagedStateException(String message, Throwable cause) {
    super(message, cause);
  }
}
