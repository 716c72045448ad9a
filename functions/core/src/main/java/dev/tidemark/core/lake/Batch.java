package dev.tidemark.core.lake;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.state.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The records of one or more pages, ready to be stored.
 *
 * @param key where it belongs
 * @param content what becomes objects
 * @param fingerprints of the lines, in their order
 * @param seen fingerprints of records that were read and not written, since they are published
 *     already; only a run that looks for what has vanished keeps them
 * @param requests the vendor's request ids of its pages; null where it gives none
 * @param before the progress that it was read from
 * @param after the progress that it leads to; it counts this batch
 */
public record Batch(
    BatchKey key,
    BatchContent content,
    FingerprintLog fingerprints,
    FingerprintLog seen,
    @Nullable RequestRange requests,
    Progress before,
    Progress after) {
  /** The vendor's ids of the first and the last request of a batch. */
  public record RequestRange(String first, String last) {}
}
