package dev.tidemark.cli;

/** An API was not listed to its end, so that nothing can be said of what is published. */
final class UnlistedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean failed;

  UnlistedException(String reason, String requestId, boolean failed) {
    super(reason + (requestId.isEmpty() ? "" : " (request " + requestId + ")"));
    this.failed = failed;
  }

  /** Whether it failed; else the command was ended. */
  boolean failed() {
    return failed;
  }
}
