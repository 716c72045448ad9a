package dev.tidemark.core.lake;

import dev.tidemark.core.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * One record as received, and the few things that its definition declares about it. It is valid
 * only during the call that hands it over.
 *
 * @param slice its bytes
 * @param identity the id as JSON text, for a child together with its parent's
 * @param watermark null where the record has none that can be read
 * @param version the version as JSON text; null where the record has none
 * @param rank of the version; see {@link dev.tidemark.core.watermark.VersionRank}
 * @param generation of a published line that this record answers; 0 where it answers none
 * @param parent the parent's id as JSON text; null for a record that has none
 * @param deleted whether the record says of itself that it is gone
 */
public record RawRecord(
    JsonSlice slice,
    String identity,
    @Nullable Watermark watermark,
    @Nullable String version,
    long rank,
    int generation,
    @Nullable String parent,
    boolean deleted) {
  /** The same record as a child of {@code of}, known as {@code known}. */
  public RawRecord child(String known, String of) {
    return new RawRecord(slice, known, watermark, version, rank, generation, of, deleted);
  }
}
