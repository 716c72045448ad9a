package dev.tidemark.core.source;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A line of the lake as a reader of the manifests takes it: of all lines of one identity, the
 * greatest is the record as it is published.
 *
 * @param identity the id as JSON text, for a child together with its parent's
 * @param id the id as a person writes it; of a child, as JSON text
 * @param parent the parent's id as JSON text; null where there is none
 * @param version as JSON text; null where the record has none
 * @param rank of the version; see {@link VersionRank}
 * @param generation by which lines are compared first
 * @param fetchedAt when its page was asked for
 * @param run id of its run
 * @param batch sequence of its batch
 * @param deleted whether it says that the record is gone
 * @param tombstone the object that names the record and says nothing else
 * @param form by which the record is recognised when it is read alone
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, and never compared.
public record PublishedLine(
    String identity,
    String id,
    @Nullable String parent,
    @Nullable String version,
    long rank,
    int generation,
    Instant fetchedAt,
    String run,
    long batch,
    boolean deleted,
    byte[] tombstone,
    Form form) {
  /** By which a reader chooses; lines of one batch come in their order. */
  public static final Comparator<PublishedLine> NEWEST_LAST =
      Comparator.comparingInt(PublishedLine::generation)
          .thenComparingLong(PublishedLine::rank)
          .thenComparing(PublishedLine::fetchedAt)
          .thenComparing(line -> line.run().substring(0, "yyyyMMddTHHmmssZ".length()))
          .thenComparingLong(PublishedLine::batch);
}
