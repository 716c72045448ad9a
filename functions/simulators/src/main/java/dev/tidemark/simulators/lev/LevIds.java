package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Ids;

/** Ascending integers with gaps; those of child records are unique across parents. */
record LevIds(long first) implements Ids {
  private static final int GAP = 3;
  private static final int CHILDREN = 1000;

  @Override
  public String id(String parent, long ordinal) {
    return Long.toString(
        parent.isEmpty()
            ? first + GAP * (ordinal - 1)
            : Long.parseLong(parent) * CHILDREN + ordinal);
  }

  @Override
  public long rank(String id) {
    return Long.parseLong(id);
  }
}
