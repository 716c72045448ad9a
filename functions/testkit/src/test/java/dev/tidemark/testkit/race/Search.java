package dev.tidemark.testkit.race;

import dev.tidemark.testkit.race.Execution.Standing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows all schedules of a race. A racer is deterministic given what its ports answered, so that
 * two schedules that lead to the same standing go on alike, and one of them is enough. There is no
 * way back for a thread: to try another choice, the calls before it are made again from the
 * beginning, and have to lead to the same standing.
 *
 * <p>Of more than two racers, those schedules are followed in which a racer that could go on is
 * interrupted at most as often as the course says.
 */
final class Search {
  private final Course course;
  private final Flaw flaw;
  private final Promises promises;
  private final Numbers numbers = new Numbers();
  private final Map<Place, Integer> seen = new HashMap<>();
  private final Set<Integer> stored = new HashSet<>();
  private final Set<Integer> ended = new HashSet<>();
  private final Deque<Branch> open = new ArrayDeque<>();
  private int schedules;
  private int executions;

  /**
   * @param standings that were distinguished
   * @param schedules that were followed to their end
   * @param executions of the race, complete ones and others
   * @param violation null where every promise holds
   */
  record Result(int standings, int schedules, int executions, @Nullable String violation) {}

  /**
   * @param last who made the last call; -1 where that makes no difference
   */
  private record Place(Standing standing, int last) {}

  private record Branch(List<Integer> choices, @Nullable Standing from) {}

  Search(Course course, Flaw flaw) {
    this.course = course;
    this.flaw = flaw;
    this.promises = new Promises(course);
  }

  Result run() {
    open.add(new Branch(List.of(), null));
    while (!open.isEmpty()) {
      Execution execution = new Execution(course, flaw, numbers);
      executions++;
      try {
        follow(execution, open.removeLast());
      } catch (Violation e) {
        return result(e.getMessage() + " after " + execution.trail());
      } finally {
        execution.abandon();
      }
    }
    return result(null);
  }

  private Result result(@Nullable String violation) {
    return new Result(seen.size(), schedules, executions, violation);
  }

  private void follow(Execution execution, Branch branch) {
    List<Integer> made = new ArrayList<>();
    int used = 0;
    for (int choice : branch.choices()) {
      boolean last = made.size() == branch.choices().size() - 1;
      if (last && !execution.standing().equals(branch.from())) {
        throw new Violation("the same calls led to another standing");
      }
      used += cost(execution, made, choice);
      execution.step(choice);
      made.add(choice);
    }
    while (isNew(execution, made, used)) {
      List<Integer> choices = choices(execution, made);
      if (choices.isEmpty()) {
        finished(execution);
        return;
      }
      for (int other : choices.subList(1, choices.size())) {
        if (used + cost(execution, made, other) <= course.preemptions()) {
          List<Integer> prefix = new ArrayList<>(made);
          prefix.add(other);
          open.add(new Branch(List.copyOf(prefix), execution.standing()));
        }
      }
      execution.step(choices.getFirst());
      made.add(choices.getFirst());
    }
  }

  /** Who may go on, first who made the last call. */
  private static List<Integer> choices(Execution execution, List<Integer> made) {
    List<Integer> running = execution.running();
    int last = made.isEmpty() ? -1 : running.indexOf(made.getLast());
    if (last > 0) {
      Collections.swap(running, 0, last);
    }
    return running;
  }

  /** Whether {@code choice} interrupts one that could go on. */
  private static int cost(Execution execution, List<Integer> made, int choice) {
    boolean goesOn =
        made.isEmpty() || made.getLast() == choice || !execution.running().contains(made.getLast());
    return goesOn ? 0 : 1;
  }

  private boolean isNew(Execution execution, List<Integer> made, int used) {
    boolean bounded = course.preemptions() < Course.ANY;
    int last = bounded && !made.isEmpty() ? made.getLast() : -1;
    Standing standing = execution.standing();
    if (stored.add(standing.stored())) {
      promises.always(execution.stores);
    }
    Place place = new Place(standing, last);
    int spent = bounded ? used : 0;
    Integer before = seen.get(place);
    if (before != null && before <= spent) {
      return false;
    }
    seen.put(place, spent);
    return true;
  }

  private void finished(Execution execution) {
    schedules++;
    if (ended.add(execution.standing().stored())) {
      promises.afterwards(execution.stores);
    }
  }
}
