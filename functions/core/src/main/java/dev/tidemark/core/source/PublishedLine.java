package dev.tidemark.core.source;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.Precedence;
import dev.tidemark.core.watermark.VersionRank;

/**
 * A line of the lake as its definition reads it: of all lines of one identity, the one that takes
 * precedence is the record as it is published.
 *
 * @param identity the id as JSON text, for a child together with its parent's
 * @param id the id as an operator writes it; of a child, as JSON text
 * @param landed the line
 * @param rank of its version; see {@link VersionRank}
 * @param tombstone the object that names the record and says nothing else
 * @param form by which the record is recognised when it is read alone
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, and never compared.
public record PublishedLine(
    String identity, String id, LandedLine landed, long rank, byte[] tombstone, Form form) {
  /** By what a reader chooses among the lines of an identity. */
  public Precedence precedence() {
    return landed.precedence(rank);
  }
}
