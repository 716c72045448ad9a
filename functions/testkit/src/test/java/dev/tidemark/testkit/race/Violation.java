package dev.tidemark.testkit.race;

import org.jspecify.annotations.Nullable;

/** A promise that a schedule breaks. */
final class Violation extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Violation(String what) {
    this(what, null);
  }

  Violation(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
