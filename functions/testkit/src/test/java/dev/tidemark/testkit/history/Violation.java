package dev.tidemark.testkit.history;

/** A history that does not end as promised. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String what) {
    super(what);
  }
}
