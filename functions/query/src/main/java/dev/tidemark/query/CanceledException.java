package dev.tidemark.query;

/** The operator has cancelled the statement that was being carried out. */
final class CanceledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CanceledException() {
    super("cancelled");
  }
}
