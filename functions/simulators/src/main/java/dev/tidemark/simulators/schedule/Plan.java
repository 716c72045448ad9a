package dev.tidemark.simulators.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What is scheduled; may be changed at any time and from any thread while requests are served. */
public final class Plan<T> {
  private final Predicate<? super T> accepts;
  private final List<Counted<T>> entries = new CopyOnWriteArrayList<>();

  /**
   * An empty plan.
   *
   * @param accepts whether the simulator knows how to carry an item out
   */
  public Plan(Predicate<? super T> accepts) {
    this.accepts = accepts;
  }

  /** Plans {@code item} for every request to {@code resource}. */
  public void add(String resource, T item) {
    add(resource, Schedule.always(), item);
  }

  /** Plans {@code item} for the requests to {@code resource} that {@code schedule} covers. */
  public void add(String resource, Schedule schedule, T item) {
    if (!accepts.test(item)) {
      throw new IllegalArgumentException("not a quirk of this simulator: " + item);
    }
    entries.add(new Counted<>(new Planned<>(resource, schedule, item), new AtomicLong()));
  }

  /** Forgets everything planned for {@code resource}. */
  public void clear(String resource) {
    entries.removeIf(entry -> entry.planned().resource().equals(resource));
  }

  /** Forgets everything planned. */
  public void clear() {
    entries.clear();
  }

  /** Counts one request to {@code resource} and returns what is due at it, in planning order. */
  public List<T> due(String resource) {
    List<T> due = new ArrayList<>();
    for (Counted<T> entry : entries) {
      Planned<T> planned = entry.planned();
      if (planned.concerns(resource)
          && planned.schedule().covers(entry.requests().incrementAndGet())) {
        due.add(planned.item());
      }
    }
    return due;
  }

  private record Counted<T>(Planned<T> planned, AtomicLong requests) {}
}
