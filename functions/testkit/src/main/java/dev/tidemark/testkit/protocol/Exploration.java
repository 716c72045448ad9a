package dev.tidemark.testkit.protocol;

import dev.tidemark.core.state.Phase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All worlds that can be reached from one, breadth first, so that the way to a violation is a
 * shortest one.
 */
final class Exploration {
  /** A search that grows past this has a model that is not finite. */
  private static final int LIMIT = 3_000_000;

  private final Moves moves;
  private final NormalForm form;
  private final Promises promises;
  private final Map<World, Integer> numbers = new HashMap<>();
  private final Deque<World> open = new ArrayDeque<>();
  private final List<Origin> origins = new ArrayList<>();
  private final List<List<Integer>> sources = new ArrayList<>();
  private final BitSet complete = new BitSet();

  /**
   * @param violation null where every promise holds
   * @param trace the steps that lead to it, or to a world from which no run can be completed
   */
  record Result(int worlds, long steps, @Nullable String violation, List<String> trace) {}

  private record Origin(int from, String what) {}

  Exploration(Moves moves, NormalForm form, Promises promises) {
    this.moves = moves;
    this.form = form;
    this.promises = promises;
  }

  static Exploration of(Source source, Break broken, NormalForm form) {
    Writing writing = new Writing(broken, _ -> {});
    return new Exploration(new Moves(source, broken, writing), form, new Promises(source));
  }

  Result run(World start) {
    long steps = 0;
    number(form.of(start), -1, "");
    while (!open.isEmpty()) {
      World world = open.remove();
      int from = numberOf(world);
      try {
        promises.check(world);
        if (isOver(world)) {
          continue;
        }
        for (ProtocolStep step : moves.of(world)) {
          steps++;
          number(form.of(step.to()), from, step.what());
        }
      } catch (Violation e) {
        return new Result(numbers.size(), steps, e.getMessage(), trace(from));
      }
    }
    int stuck = stuck();
    return new Result(numbers.size(), steps, null, stuck < 0 ? List.of() : trace(stuck));
  }

  private void number(World world, int from, String what) {
    Integer known = numbers.get(world);
    if (known == null) {
      known = numbers.size();
      if (known == LIMIT) {
        throw new IllegalStateException("more than " + LIMIT + " worlds");
      }
      numbers.put(world, known);
      origins.add(new Origin(from, what));
      sources.add(new ArrayList<>(2));
      open.add(world);
      complete.set(known, world.stored().checkpoint() != null);
    }
    if (from >= 0) {
      sources.get(known).add(from);
    }
  }

  private int numberOf(World world) {
    Integer number = numbers.get(world);
    if (number == null) {
      throw new IllegalStateException("never seen: " + world);
    }
    return number;
  }

  /**
   * Behind a completed run, the next one is followed to its first progress: far enough to meet
   * stale owners.
   */
  private static boolean isOver(World world) {
    return world.stored().checkpoint() != null
        && world.stored().phase() instanceof Phase.InFlight(var progress)
        && progress.span().last() > 0;
  }

  /** A world from which no completed one can be reached; -1 where there is none. */
  private int stuck() {
    BitSet reaching = (BitSet) complete.clone();
    Deque<Integer> back = new ArrayDeque<>();
    reaching.stream().forEach(back::add);
    while (!back.isEmpty()) {
      for (int before : sources.get(back.remove())) {
        if (!reaching.get(before)) {
          reaching.set(before);
          back.add(before);
        }
      }
    }
    int first = reaching.nextClearBit(0);
    return first < numbers.size() ? first : -1;
  }

  private List<String> trace(int to) {
    List<String> trace = new ArrayList<>();
    for (int at = to; at > 0; at = origins.get(at).from()) {
      trace.addFirst(origins.get(at).what());
    }
    return trace;
  }
}
