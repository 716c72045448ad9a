package dev.tidemark.core.state;

/**
 * What a run has done so far, in whole numbers; it only grows.
 *
 * @param pages pages read to their end
 * @param records upserts to publish
 * @param deletes deletes to publish
 * @param duplicates records dropped as already published
 * @param rejected what could not be a record
 * @param undated records without a watermark, or with one that cannot be parsed
 * @param future records whose watermark lies in the future of the server's clock; never promoted
 * @param outside records left out because their watermark lies outside the bounds asked for
 * @param older records older than the lower bound of the query: the API does not honour it
 * @param passedOver what was skipped since it may not be read, such as a hidden parent
 * @param batches batches stored
 * @param bytes stored bytes
 * @param apiCalls attempts at the API
 * @param throttled times that the API answered with a rate limit
 * @param retries attempts that failed and were retried
 * @param waitedMillis time waited on the API's behalf inside legs
 * @param warnings what was noticed of an API that is not as its definition says
 */
public record Tally(
    long pages,
    long records,
    long deletes,
    long duplicates,
    long rejected,
    long undated,
    long future,
    long outside,
    long older,
    long passedOver,
    long batches,
    long bytes,
    long apiCalls,
    long throttled,
    long retries,
    long waitedMillis,
    Warnings warnings) {
  /** Nothing done yet. */
  public static final Tally ZERO =
      new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Warnings.NONE);

  /** The sum of both. */
  public Tally plus(Tally more) {
    return new Tally(
        pages + more.pages,
        records + more.records,
        deletes + more.deletes,
        duplicates + more.duplicates,
        rejected + more.rejected,
        undated + more.undated,
        future + more.future,
        outside + more.outside,
        older + more.older,
        passedOver + more.passedOver,
        batches + more.batches,
        bytes + more.bytes,
        apiCalls + more.apiCalls,
        throttled + more.throttled,
        retries + more.retries,
        waitedMillis + more.waitedMillis,
        warnings.plus(more.warnings));
  }

  /** This tally with one batch of {@code size} bytes more. */
  public Tally plusBatch(long size) {
    return plus(new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, size, 0, 0, 0, 0, Warnings.NONE));
  }

  /** This tally with what was spent on the API and brought no page. */
  public Tally plusCalls(long calls, long throttles, long again, long waited) {
    return plus(
        new Tally(
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, calls, throttles, again, waited, Warnings.NONE));
  }

  /** This tally with more noticed. */
  public Tally plus(Warnings noticed) {
    return plus(new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, noticed));
  }

  /** Lines to publish. */
  public long lines() {
    return records + deletes;
  }

  /** Everything that the API delivered as a record, good or not. */
  public long seen() {
    return records + deletes + duplicates + rejected + outside;
  }
}
