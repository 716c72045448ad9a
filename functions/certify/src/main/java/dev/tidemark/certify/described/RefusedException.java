package dev.tidemark.certify.described;

/** A request is not one that the description allows. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
