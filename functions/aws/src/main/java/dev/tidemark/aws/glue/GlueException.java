package dev.tidemark.aws.glue;

/** The catalog refused a call, and did nothing. */
public final class GlueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what was asked and what the catalog said. */
  public GlueException(String message) {
    super(message);
  }
}
