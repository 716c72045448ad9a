package dev.tidemark.lake;

import org.jspecify.annotations.Nullable;

/**
 * What is published cannot be read to its end: a manifest or an object is missing or damaged, or
 * what is kept of it meanwhile found no room. The message is one sentence that names it, with the
 * remedy.
 */
public final class UnreadableLakeException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  UnreadableLakeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
