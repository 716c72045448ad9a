package dev.tidemark.core.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Finds a walk that goes in circles, in constant memory: Brent's cycle detection over the cursors.
 * It is part of the progress, so that a cycle longer than one leg is found as well.
 *
 * @param mark hash of the cursor that later ones are compared with; empty before the first
 * @param power length of the current stretch, a power of two
 * @param steps cursors since the mark was set
 */
public record CycleGuard(String mark, long power, long steps) {
  private static final int HASH_BYTES = 12;

  /** Before the first cursor. */
  public static final CycleGuard START = new CycleGuard("", 1, 0);

  public CycleGuard {
    if (power < 1 || steps < 0 || steps > power) {
      throw new IllegalArgumentException("not 0 <= steps <= power: " + steps + ", " + power);
    }
  }

  /** Whether {@code cursor} was already seen at the mark: the walk goes in circles. */
  public boolean closes(String cursor) {
    return mark.equals(hash(cursor));
  }

  /** The guard after {@code cursor} was given out. */
  public CycleGuard step(String cursor) {
    return steps + 1 == power
        ? new CycleGuard(hash(cursor), power * 2, 0)
        : new CycleGuard(mark, power, steps + 1);
  }

  private static String hash(String cursor) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(cursor.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
