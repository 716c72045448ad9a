package dev.tidemark.core.source;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;

/** Whose calls come first where the allowed rate does not do for all; the first rank first. */
public enum RateRank {
  /** What keeps the published state fresh, and what an operator asked for by its ids. */
  FRESH,
  /** What reads everything: backfills, reconciles, trials, and slices of first runs. */
  WHOLE,
  /** Children, which cost a call for each parent. */
  CHILD;

  /**
   * The rank of a run.
   *
   * @param mode what it was asked for
   * @param child whether its records belong to parents
   */
  public static RateRank of(ResourceKey key, Mode mode, boolean child) {
    if (child) {
      return CHILD;
    }
    boolean fresh = (key.variant().isEmpty() && mode == Mode.INCREMENTAL) || mode == Mode.REFRESH;
    return fresh ? FRESH : WHOLE;
  }
}
