package dev.tidemark.core.plan;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.LandedForm;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.core.watermark.TimePolicy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a resource that a traversal has to know and that no page tells.
 *
 * @param form in which its records land
 * @param queryHash of path, filters, order and includes: what a cursor belongs to
 * @param time the declared time semantics
 * @param limits when a batch is stored
 * @param closingQuery whether an ascending walk ends with a fresh query, since its list moves under
 *     it
 * @param indexBound fingerprints compared with at most
 * @param retains how long the API keeps what it deleted; null where that is for ever or never
 */
public record ResourcePlan(
    ResourceKey key,
    LandedForm form,
    String queryHash,
    TimePolicy time,
    BatchLimits limits,
    boolean closingQuery,
    long indexBound,
    @Nullable Duration retains) {
  public ResourcePlan {
    if (closingQuery && !(time.ascending() && time.filtered())) {
      throw new IllegalArgumentException("a closing query needs an ascending, filtered walk");
    }
  }

  /** A resource whose deletes are kept for ever, or never told. */
  public ResourcePlan(
      ResourceKey key,
      LandedForm form,
      String queryHash,
      TimePolicy time,
      BatchLimits limits,
      boolean closingQuery,
      long indexBound) {
    this(key, form, queryHash, time, limits, closingQuery, indexBound, null);
  }

  /**
   * Whether the API may have forgotten by {@code now} what it deleted since {@code checkpoint}. A
   * tenth of the time is left for the walk itself.
   */
  public boolean hasForgotten(Checkpoint checkpoint, Instant now) {
    return retains != null
        && checkpoint.runStart().isBefore(now.minus(retains.multipliedBy(9).dividedBy(10)));
  }

  /**
   * Whether an ascending walk is made of queries of its own, each of which begins with what the
   * last one ended with and shows it again.
   */
  public boolean stepped() {
    return time.ascending()
        && time.filtered()
        && !closingQuery
        && time.promotion() != Promotion.CURSOR;
  }

  /** Whether a walk over everything may be cut into slices of record time. */
  public boolean sliceable() {
    return time.dated() && stepped();
  }

  /** The same with batches of one page. */
  public ResourcePlan byPage() {
    BatchLimits one = new BatchLimits(limits.bytes(), 1, limits.age(), limits.gzipLevel());
    return new ResourcePlan(key, form, queryHash, time, one, closingQuery, indexBound, retains);
  }

  /** The same where {@code many} legs may share a memory: each compares with its part. */
  public ResourcePlan sharing(int many) {
    long part = Math.max(1, indexBound / many);
    return new ResourcePlan(key, form, queryHash, time, limits, closingQuery, part, retains);
  }

  /** Whether {@code run} publishes only what is not published yet, as it is or as a part of one. */
  public boolean compares(Run run) {
    return isOwn(run) || (key.isSlice() && key.publishesDifferences());
  }

  /**
   * Whether {@code run} is one of those that build on each other: it publishes only what they have
   * not published, and may be promoted. A range, a trial and single records stand beside them.
   */
  public boolean isOwn(Run run) {
    return key.publishesDifferences() && run.promotes();
  }
}
