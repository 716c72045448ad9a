package dev.tidemark.core.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An opaque position inside one walk, as the API gave it.
 *
 * @param text the API's text; never parsed here
 * @param issuedAt the server's time when it gave it out
 */
public record Cursor(String text, Instant issuedAt) {
  /**
   * Longest cursor accepted, in bytes of UTF-8. An item of the table may have 400 KB and holds up
   * to three: where the walk is, what the run will leave, and what the one before has left.
   */
  public static final int MAX_BYTES = 96 * 1024;

  public Cursor {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty cursor");
    }
    if (!fits(text)) {
      throw new IllegalArgumentException("cursor of more than " + MAX_BYTES + " bytes");
    }
  }

  /** Whether {@code text} is short enough for one. */
  public static boolean fits(String text) {
    return text.length() * 3L <= MAX_BYTES
        || (text.length() <= MAX_BYTES
            && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES);
  }
}
