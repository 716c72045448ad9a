package dev.tidemark.rest.json;

import java.io.IOException;

/** A page nests deeper than anything that makes sense. */
public final class TooDeepException extends IOException {
  private static final long serialVersionUID = 1L;

  TooDeepException(Throwable cause) {
    super("the answer nests deeper than " + PageScanner.MAX_DEPTH + " levels", cause);
  }
}
