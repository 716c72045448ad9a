package dev.tidemark.testkit.race;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One race under way, from its beginning along one schedule. */
final class Execution {
  private final List<Racer> racers;
  private final List<Gate> gates = new ArrayList<>();
  private final List<String> trail = new ArrayList<>();
  private final Numbers numbers;
  private @Nullable Standing standing;
  final Stores stores;

  /** Where a race stands: what is stored, and what each racer knows of it. */
  record Standing(int stored, List<Integer> known) {}

  Execution(Course course, Flaw flaw, Numbers numbers) {
    this.racers = course.racers();
    this.numbers = numbers;
    this.stores = course.prepared().copy();
    for (Racer racer : racers) {
      Gate gate = new Gate(numbers);
      gates.add(gate);
      Track track = new Track(stores, course.shelf(), flaw, gate);
      gate.start(racer.name(), () -> racer.race(track));
    }
  }

  /** Who is not at its end yet. */
  List<Integer> running() {
    List<Integer> running = new ArrayList<>();
    for (int i = 0; i < gates.size(); i++) {
      if (!gates.get(i).over()) {
        running.add(i);
      }
    }
    return running;
  }

  /** One call of racer {@code number}, and all that it does up to its next. */
  void step(int number) {
    Gate gate = gates.get(number);
    standing = null;
    trail.add(racers.get(number).name() + " " + gate.next());
    gate.step();
    Throwable failure = gate.failure();
    if (failure != null) {
      throw new Violation(racers.get(number).name() + " broke: " + failure, failure);
    }
  }

  Standing standing() {
    Standing known = standing;
    if (known == null) {
      int stored = numbers.after(0, stores.text());
      known = new Standing(stored, gates.stream().map(Gate::history).toList());
      standing = known;
    }
    return known;
  }

  /** The calls so far, in order. */
  List<String> trail() {
    return trail;
  }

  /** Ends whoever still runs. */
  void abandon() {
    gates.forEach(Gate::abandon);
  }
}
