package dev.tidemark.core.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked to cover.
 *
 * @param from lower bound given by the operator; null for none
 * @param until upper bound given by the operator; null for none
 * @param maxRecords a trial's limit; null for none
 * @param ids single records to read; empty where the run walks a list
 * @param slicing into which slices of record time it is cut
 */
public record RunScope(
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Long maxRecords,
    List<String> ids,
    Slicing slicing) {
  public RunScope {
    ids = List.copyOf(ids);
  }

  /** What is covered in one piece. */
  public RunScope(
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Long maxRecords,
      List<String> ids) {
    this(from, until, maxRecords, ids, Slicing.NONE);
  }

  /** The same, cut as {@code other} says. */
  RunScope with(Slicing other) {
    return new RunScope(from, until, maxRecords, ids, other);
  }

  /** The same with {@code lower} as its bound. */
  RunScope from(@Nullable Instant lower) {
    return new RunScope(lower, until, maxRecords, ids, slicing);
  }

  /** The same up to {@code upper}. */
  RunScope until(Instant upper) {
    return new RunScope(from, upper, maxRecords, ids, slicing);
  }

  /** Whether it reaches the end of what the API shows: it is no trial and no bounded range. */
  boolean reachesTheEnd() {
    return maxRecords == null && until == null;
  }
}
