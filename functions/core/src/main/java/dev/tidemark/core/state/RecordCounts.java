package dev.tidemark.core.state;

/**
 * What became of the records that the API delivered.
 *
 * @param upserts to publish
 * @param deletes to publish
 * @param duplicates dropped as already published
 * @param rejected what could not be a record
 * @param outside left out because their watermark lies outside the bounds asked for
 */
public record RecordCounts(
    long upserts, long deletes, long duplicates, long rejected, long outside) {
  /** Nothing delivered yet. */
  public static final RecordCounts ZERO = new RecordCounts(0, 0, 0, 0, 0);

  /** The sum of both. */
  RecordCounts plus(RecordCounts more) {
    return new RecordCounts(
        upserts + more.upserts,
        deletes + more.deletes,
        duplicates + more.duplicates,
        rejected + more.rejected,
        outside + more.outside);
  }

  /** Lines to publish. */
  public long lines() {
    return upserts + deletes;
  }

  /** Everything that the API delivered as a record, good or not. */
  public long seen() {
    return upserts + deletes + duplicates + rejected + outside;
  }
}
