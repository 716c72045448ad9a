package dev.tidemark.core.state;

import java.time.Instant;

/**
 * An opaque position inside one walk, as the API gave it.
 *
 * @param text the API's text; never parsed here
 * @param issuedAt the server's time when it gave it out
 */
public record Cursor(String text, Instant issuedAt) {
  /** Longest cursor accepted, in characters: it has to fit the state item. */
  public static final int MAX_LENGTH = 32 * 1024;

  public Cursor {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty cursor");
    }
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("cursor of " + text.length() + " > " + MAX_LENGTH);
    }
  }
}
