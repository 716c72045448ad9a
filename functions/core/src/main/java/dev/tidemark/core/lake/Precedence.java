package dev.tidemark.core.lake;

import java.time.Instant;
import java.util.Comparator;

/**
 * By what the lines of one identity are compared: the greatest is the record as it is published. Of
 * equal ones, which stand in one batch, the later counts.
 *
 * @param generation compared first
 * @param rank of the version; see {@link dev.tidemark.core.watermark.VersionRank}
 * @param fetchedAt when the line's page was asked for
 * @param runStart the part of the run's id that says when it began
 * @param batch sequence of the line's batch
 */
public record Precedence(int generation, long rank, Instant fetchedAt, String runStart, long batch)
    implements Comparable<Precedence> {
  private static final Comparator<Precedence> LEAST_FIRST =
      Comparator.comparingInt(Precedence::generation)
          .thenComparingLong(Precedence::rank)
          .thenComparing(Precedence::fetchedAt)
          .thenComparing(Precedence::runStart)
          .thenComparingLong(Precedence::batch);

  @Override
  public int compareTo(Precedence other) {
    return LEAST_FIRST.compare(this, other);
  }
}
