package dev.tidemark.testkit.race;

/** Ends a racer in the middle whose schedule is not followed any further. */
final class Abandoned extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Abandoned() {
    super("not followed any further", null, false, false);
  }
}
