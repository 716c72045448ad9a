package dev.tidemark.rest.definition;

/**
 * A definition, a setting or a base URL cannot be used; the message names the place and the remedy.
 */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String message) {
    super(message);
  }

  DefinitionException(String message, Throwable cause) {
    super(message, cause);
  }
}
