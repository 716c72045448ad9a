package dev.tidemark.certify;

/** What is to be certified, or how, is not understood: nothing was tried. */
public final class CertifyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CertifyException(String message) {
    super(message);
  }
}
