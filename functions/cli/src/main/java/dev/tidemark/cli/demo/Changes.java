package dev.tidemark.cli.demo;

import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.schedule.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What users do to records, between two runs and in the middle of one. */
final class Changes {
  private static final int EDITS = 25;
  private static final int INSERTS = 10;
  private static final int MOVED = 6;

  private final DemoClock clockwork;
  private final AtomicInteger moved = new AtomicInteger();

  Changes(DemoClock clockwork) {
    this.clockwork = clockwork;
  }

  /** Edits and adds records of {@code resources}. */
  void make(Simulator simulator, List<String> resources) {
    for (String resource : resources) {
      Collection collection = simulator.collection(resource);
      edit(collection, EDITS, clockwork.next());
      insert(collection, INSERTS, clockwork.next());
    }
  }

  /**
   * Edits records of {@code resource} before and behind the cursor when its {@code n}-th page is
   * asked for.
   */
  void during(Simulator simulator, String resource, int n) {
    Collection collection = simulator.collection(resource);
    simulator
        .hooks()
        .beforeAnswer(
            resource,
            Schedule.at(n),
            () -> {
              int edited = edit(collection, MOVED, clockwork.next());
              insert(collection, 1, clockwork.next());
              moved.addAndGet(edited + 1);
            });
  }

  /** Records that were edited or added during a walk, since this was last asked. */
  int moved() {
    return moved.getAndSet(0);
  }

  Instant now() {
    return clockwork.next();
  }

  /** Takes up to {@code count} records away, without a trace but that they are gone. */
  static List<String> delete(Collection collection, int count) {
    List<String> gone = spread(collection, count);
    gone.forEach(collection::delete);
    return gone;
  }

  /** Up to {@code count} ids from all over {@code collection}, but at most half of them. */
  static List<String> spread(Collection collection, int count) {
    List<String> ids = collection.ids();
    int wanted = Math.min(count, (ids.size() + 1) / 2);
    return java.util.stream.IntStream.range(0, wanted)
        .mapToObj(i -> ids.get(i * ids.size() / wanted))
        .toList();
  }

  private static int edit(Collection collection, int count, Instant at) {
    List<String> ids = spread(collection, count);
    ids.forEach(id -> collection.edit(id, at));
    return ids.size();
  }

  private static void insert(Collection collection, int count, Instant at) {
    for (int i = 0; i < count; i++) {
      collection.insert(at);
    }
  }
}
