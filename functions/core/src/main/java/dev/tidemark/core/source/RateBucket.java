package dev.tidemark.core.source;

import java.time.Duration;

/**
 * What an API counts calls by: in any window of {@code per} at most {@code calls}.
 *
 * @param connection the account whose limit it is
 * @param name which of its limits
 * @param calls in a window; {@link #UNLIMITED} where only the server's own word limits them
 * @param per the length of a window
 */
public record RateBucket(String connection, String name, int calls, Duration per) {
  /** More than any API is asked. */
  public static final int UNLIMITED = 1_000_000_000;

  public RateBucket {
    if (calls < 1 || calls > UNLIMITED || !per.isPositive()) {
      throw new IllegalArgumentException("no limit: " + calls + " in " + per);
    }
  }

  /** Whether only the server's own word limits the calls. */
  public boolean unlimited() {
    return calls == UNLIMITED;
  }
}
