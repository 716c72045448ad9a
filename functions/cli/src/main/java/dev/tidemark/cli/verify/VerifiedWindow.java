package dev.tidemark.cli.verify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record time that is compared.
 *
 * @param from null for the beginning of time
 * @param until exclusive; null for no end
 */
public record VerifiedWindow(@Nullable Instant from, @Nullable Instant until) {
  /** Everything. */
  public static final VerifiedWindow EVERYTHING = new VerifiedWindow(null, null);

  public VerifiedWindow {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("the window's begin must be before its end");
    }
  }

  /** Whether nothing is left out. */
  public boolean isEverything() {
    return from == null && until == null;
  }

  /** Whether a record of time {@code at} is compared. */
  boolean holds(@Nullable Instant at) {
    return isEverything()
        || (at != null
            && (from == null || !at.isBefore(from))
            && (until == null || at.isBefore(until)));
  }

  @Override
  public String toString() {
    return isEverything()
        ? "everything"
        : (from == null ? "" : from) + ".." + (until == null ? "" : until);
  }
}
