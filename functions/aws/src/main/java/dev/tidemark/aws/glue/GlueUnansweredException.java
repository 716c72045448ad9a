package dev.tidemark.aws.glue;

import org.jspecify.annotations.Nullable;

/** The catalog gave no answer: whether it did what it was asked is not known. */
public final class GlueUnansweredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what was asked. */
  public GlueUnansweredException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
