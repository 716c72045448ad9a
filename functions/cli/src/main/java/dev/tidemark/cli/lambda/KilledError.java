package dev.tidemark.cli.lambda;

/** What an invocation meets at its next step after it was killed; nothing catches it. */
public final class KilledError extends Error {
  private static final long serialVersionUID = 1L;

  KilledError(String why) {
    super(why);
  }
}
