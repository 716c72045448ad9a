package dev.tidemark.core.traversal;

import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * A walk over everything beside the number of records that the API states, and beside what is
 * published. Lists grow and shrink while they are walked, so that a small difference is a warning;
 * a large one to what is stated is a walk that ended too early.
 *
 * @param stated by the API; null where it states nothing, or the walk was not over everything
 * @param published records that are published as being there; 0 where the walk was not over
 *     everything
 * @param seen what the walk saw; repetitions count only where they cannot be recognised
 */
record WholeList(@Nullable Long stated, long published, long seen) {
  /** Nothing to compare. */
  static final WholeList UNKNOWN = new WholeList(null, 0, 0);

  private static final int FIFTHS = 4;

  /** Of fewer published records a part is soon gone. */
  private static final int FEW = 5;

  /** The end of {@code walk}, which has seen so much. */
  static WholeList of(@Nullable Long stated, long published, long seen, Run run, Walk walk) {
    boolean everything =
        walk.stage() == Stage.LIST
            && run.scope().from() == null
            && walk.query().from() == null
            && walk.query().until() == null;
    return everything ? new WholeList(stated, published, seen) : UNKNOWN;
  }

  Warnings warnings() {
    boolean shrunk = published >= FEW && seen * 5 < published * FIFTHS;
    return Warnings.of(Warning.TOTAL_DIFFERS, stated != null && seen < stated ? 1 : 0)
        .plus(Warnings.of(Warning.LIST_SHRUNK, shrunk ? 1 : 0));
  }

  /** Why the walk cannot be believed; null where it can. */
  @Nullable String problem() {
    return stated == null || seen * 5 >= stated * FIFTHS
        ? null
        : "the API states that the list has "
            + stated
            + " records, and the walk ended after "
            + seen
            + "; nothing was published: correct the pagination, or leave total out if it counts"
            + " what is not listed";
  }
}
