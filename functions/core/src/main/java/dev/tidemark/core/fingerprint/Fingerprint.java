package dev.tidemark.core.fingerprint;

/**
 * One record's fingerprint, cut from SHA-256.
 *
 * @param idHigh first 64 bits of the identity's hash
 * @param idLow next 64 bits of the identity's hash
 * @param bytes 64 bits of the hash of the record's bytes; never 0, which stands for unknown
 */
public record Fingerprint(long idHigh, long idLow, long bytes) {
  /** Stored size in bytes. */
  public static final int SIZE = 24;

  public Fingerprint {
    if (bytes == 0) {
      throw new IllegalArgumentException("0 stands for unknown bytes");
    }
  }
}
