package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Ids;

/** Ascending 64-bit integers with gaps (zendesk 3.6: "never int"). */
record ZendeskIds(long first) implements Ids {
  private static final int GAP = 7;

  @Override
  public String id(String parent, long ordinal) {
    return Long.toString(first + GAP * (ordinal - 1));
  }

  @Override
  public long rank(String id) {
    return Long.parseLong(id);
  }
}
