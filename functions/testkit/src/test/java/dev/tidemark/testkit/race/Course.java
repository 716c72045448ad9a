package dev.tidemark.testkit.race;

import java.util.List;

/**
 * Who races over what.
 *
 * @param prepared what is stored when they begin
 * @param racers who races
 * @param errands what is completed afterwards, in this order
 * @param preemptions how often at most a racer is interrupted that could go on
 */
record Course(
    String name,
    Stores prepared,
    Shelf shelf,
    List<Racer> racers,
    List<Errand> errands,
    int preemptions) {
  /** So many that every schedule is followed. */
  static final int ANY = Integer.MAX_VALUE;

  Course {
    if (racers.isEmpty() || errands.isEmpty()) {
      throw new IllegalArgumentException("nobody races, or nothing is completed: " + name);
    }
    racers = List.copyOf(racers);
    errands = List.copyOf(errands);
  }

  /** The same with every schedule of two racers, and with those of few preemptions of more. */
  Course(String name, Stores prepared, Shelf shelf, List<Racer> racers, List<Errand> errands) {
    this(name, prepared, shelf, racers, errands, racers.size() > 2 ? 2 : ANY);
  }

  Course interrupted(int times) {
    return new Course(name, prepared, shelf, racers, errands, times);
  }

  @Override
  public String toString() {
    return name;
  }
}
