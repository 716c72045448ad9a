package dev.tidemark.core.fingerprint;

/**
 * One record's fingerprint, cut from SHA-256.
 *
 * @param idHigh first 64 bits of the identity's hash
 * @param idLow next 64 bits of the identity's hash
 * @param bytes 63 bits of the hash of the record's bytes, and in the lowest bit whether the line
 *     said that the record is gone; never 0, which stands for unknown
 */
public record Fingerprint(long idHigh, long idLow, long bytes) {
  /**
   * Stands for unknown bytes, since two runs published the identity side by side: no record equals
   * them, so that the next one seen is published.
   */
  public static final long DOUBT = 2;

  private static final long GONE = 1;

  public Fingerprint {
    if (bytes == 0) {
      throw new IllegalArgumentException("0 stands for unknown bytes");
    }
  }

  /** The bytes' part of a fingerprint, made of {@code hash}. */
  static long bytes(long hash, boolean deleted) {
    long kept = hash & ~GONE;
    boolean reserved = kept == 0 || kept == DOUBT;
    return (reserved ? kept + 2 * DOUBT : kept) | (deleted ? GONE : 0);
  }

  /** Whether a line of these {@code bytes} said that its record is gone. */
  public static boolean gone(long bytes) {
    return (bytes & GONE) != 0;
  }
}
