package dev.tidemark.core.fingerprint;

/**
 * One write-once object of published fingerprints.
 *
 * @param key where it lies
 * @param count fingerprints in it
 */
public record IndexSegment(String key, long count) {
  public IndexSegment {
    if (count < 0) {
      throw new IllegalArgumentException("count < 0: " + count);
    }
  }
}
