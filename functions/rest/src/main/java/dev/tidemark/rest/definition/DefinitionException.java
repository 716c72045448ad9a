package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/**
 * A definition, a setting or a base URL cannot be used; the message names the place and the remedy.
 */
public final class DefinitionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final boolean unknownKey;
  private final String where;

  public DefinitionException(String message) {
    this(message, null);
  }

  DefinitionException(String message, @Nullable Throwable cause) {
    this(message, cause, 0, false, message);
  }

  /**
   * @param line of the file
   * @param unknownKey whether it is about a key that is not known
   * @param where what is the same only for the same fault of the same file
   */
  DefinitionException(
      String message, @Nullable Throwable cause, int line, boolean unknownKey, String where) {
    super(message, cause);
    this.line = line;
    this.unknownKey = unknownKey;
    this.where = where;
  }

  int line() {
    return line;
  }

  boolean isUnknownKey() {
    return unknownKey;
  }

  String where() {
    return where;
  }
}
