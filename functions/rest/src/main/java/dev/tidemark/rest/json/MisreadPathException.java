package dev.tidemark.rest.json;

import dev.tidemark.rest.definition.MemberPath;
import java.io.IOException;

/**
 * A declared path cannot lead to what it is meant for in the answers of this API; asking again does
 * not help.
 */
public final class MisreadPathException extends IOException {
  private static final long serialVersionUID = 1L;

  MisreadPathException(String message) {
    super(message);
  }

  /**
   * {@code path} meets an array.
   *
   * @param what the array, for the message
   */
  static MisreadPathException throughArray(String what, MemberPath path) {
    return new MisreadPathException(
        what
            + " is an array, and the path "
            + path
            + " leads through objects only; name a member that stands outside of arrays");
  }
}
