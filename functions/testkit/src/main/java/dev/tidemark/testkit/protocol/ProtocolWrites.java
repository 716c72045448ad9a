package dev.tidemark.testkit.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Every write that two owners and the operator make in any world of the protocol, once, for a store
 * to be held against.
 */
public final class ProtocolWrites {
  private static final int PAGES = 2;

  private ProtocolWrites() {}

  /** All of them, in the order in which the exploration comes upon them. */
  public static List<ProtocolWrite> all() {
    Set<ProtocolWrite> writes = new LinkedHashSet<>();
    Exploration exploration =
        new Exploration(
            new Moves(new Source(PAGES, true), Break.NONE, new Writing(Break.NONE, writes::add)),
            new NormalForm(false, true),
            new Promises(new Source(PAGES, true)));
    Exploration.Result result = exploration.run(World.empty().withVerbs(2));
    if (result.violation() != null) {
      throw new Violation(result.violation());
    }
    return List.copyOf(writes);
  }

  /** {@code count} of them, evenly spread; all if there are no more. */
  public static List<ProtocolWrite> sample(List<ProtocolWrite> all, int count) {
    if (all.size() <= count) {
      return all;
    }
    List<ProtocolWrite> sample = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sample.add(all.get((int) ((long) i * all.size() / count)));
    }
    return sample;
  }
}
