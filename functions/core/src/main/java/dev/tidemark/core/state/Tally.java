package dev.tidemark.core.state;

/**
 * What a run has done so far, in whole numbers; it only grows.
 *
 * @param pages pages read to their end
 * @param passedOver what was skipped since it may not be read, such as a hidden parent
 * @param records what became of the records
 * @param times records whose time is not as it should be
 * @param stored what became durable
 * @param calls what was spent on the API
 * @param warnings what was noticed of an API that is not as its definition says
 */
public record Tally(
    long pages,
    long passedOver,
    RecordCounts records,
    TimeCounts times,
    StoredCounts stored,
    CallCounts calls,
    Warnings warnings) {
  /** Nothing done yet. */
  public static final Tally ZERO =
      new Tally(
          0,
          0,
          RecordCounts.ZERO,
          TimeCounts.ZERO,
          StoredCounts.ZERO,
          CallCounts.ZERO,
          Warnings.NONE);

  /** The sum of both. */
  public Tally plus(Tally more) {
    return new Tally(
        pages + more.pages,
        passedOver + more.passedOver,
        records.plus(more.records),
        times.plus(more.times),
        stored.plus(more.stored),
        calls.plus(more.calls),
        warnings.plus(more.warnings));
  }

  /** This tally with one batch of {@code size} bytes more. */
  public Tally plusBatch(long size) {
    StoredCounts more = stored.plus(new StoredCounts(1, size));
    return new Tally(pages, passedOver, records, times, more, calls, warnings);
  }

  /** This tally with what was spent on the API and brought no page. */
  public Tally plus(CallCounts spent) {
    return new Tally(pages, passedOver, records, times, stored, calls.plus(spent), warnings);
  }

  /** This tally with {@code all} spent on the API. */
  public Tally with(CallCounts all) {
    return new Tally(pages, passedOver, records, times, stored, all, warnings);
  }

  /** This tally with more noticed. */
  public Tally plus(Warnings noticed) {
    return new Tally(pages, passedOver, records, times, stored, calls, warnings.plus(noticed));
  }
}
