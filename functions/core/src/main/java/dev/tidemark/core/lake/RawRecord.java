package dev.tidemark.core.lake;

import dev.tidemark.core.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * One record as received, and the few things that its definition declares about it. The bytes are
 * one JSON object without white space between tokens; they belong to the reader and are valid only
 * during the call that hands them over.
 *
 * @param identity the id as JSON text, for a child together with its parent's
 * @param watermark null where the record has none that can be read
 * @param version the version as JSON text; null where the record has none
 * @param rank of the version; see {@link dev.tidemark.core.watermark.VersionRank}
 * @param generation of a published line that this record answers; 0 where it answers none
 * @param parent the parent's id as JSON text; null for a record that has none
 * @param deleted whether the record says of itself that it is gone
 * @param skipped pairs of offsets in {@code bytes} that do not count when two records are compared;
 *     null for none
 */
// A view that lives for one call and is never compared: a copy into something with value equality
// would be the cost of the
// whole engine.
@SuppressWarnings("ArrayRecordComponent")
public record RawRecord(
    byte[] bytes,
    int offset,
    int length,
    String identity,
    @Nullable Watermark watermark,
    @Nullable String version,
    long rank,
    int generation,
    @Nullable String parent,
    boolean deleted,
    int @Nullable [] skipped) {
  /** The same record as a child of {@code of}, known as {@code known}. */
  public RawRecord child(String known, String of) {
    return new RawRecord(
        bytes, offset, length, known, watermark, version, rank, generation, of, deleted, skipped);
  }
}
