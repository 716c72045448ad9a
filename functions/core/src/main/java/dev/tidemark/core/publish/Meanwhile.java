package dev.tidemark.core.publish;

import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedAs;

/** What other runs have published since a run began. */
final class Meanwhile {
  private final FingerprintTable table;

  /**
   * @param table of what they have published
   */
  Meanwhile(FingerprintTable table) {
    this.table = table;
  }

  /** Whether another run published the identity with other bytes, or may have. */
  boolean contradicts(long idHigh, long idLow, long bytes) {
    PublishedAs other = table.published(idHigh, idLow);
    return other == null ? table.full() : other.bytes() != bytes;
  }
}
