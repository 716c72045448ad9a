package dev.tidemark.core.state;

/**
 * What became durable.
 *
 * @param batches stored
 * @param bytes in them
 */
public record StoredCounts(long batches, long bytes) {
  /** Nothing stored yet. */
  public static final StoredCounts ZERO = new StoredCounts(0, 0);

  /** The sum of both. */
  StoredCounts plus(StoredCounts more) {
    return new StoredCounts(batches + more.batches, bytes + more.bytes);
  }
}
