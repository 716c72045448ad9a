package dev.tidemark.rest.json;

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
}
