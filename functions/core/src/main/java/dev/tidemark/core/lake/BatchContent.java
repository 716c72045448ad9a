package dev.tidemark.core.lake;

import org.jspecify.annotations.Nullable;

/**
 * What of a batch becomes objects.
 *
 * @param lines gzip NDJSON
 * @param count lines in it
 * @param sha256 hex digest of {@code lines}
 * @param rejects gzip NDJSON of what could not be a record; null for none
 */
public record BatchContent(Bytes lines, long count, String sha256, @Nullable Bytes rejects) {
  /** Finished lines, and what could not be one. */
  public static BatchContent of(Bytes lines, long count, @Nullable Bytes rejects) {
    return new BatchContent(lines, count, lines.sha256(), rejects);
  }
}
