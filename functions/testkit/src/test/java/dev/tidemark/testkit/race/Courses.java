package dev.tidemark.testkit.race;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.race.Invocation.Moment;
import dev.tidemark.testkit.race.OwnPages.Manner;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The races that are run to their end. */
final class Courses {
  private static final Instant OLD = Scene.NOON.minusSeconds(7200);
  private static final Instant NEW = Scene.NOON.minusSeconds(60);
  private static final Shelf BY_ID = Shelf.of(4, OLD, false);
  private static final Shelf BY_TIME = Shelf.of(4, OLD, true);
  private static final Shelf CHANGED = BY_ID.editing(1, NEW).without(4);
  private static final Errand OWN = Errand.scheduled(Plans.byId());
  private static final Errand ASCENDING = Errand.scheduled(Plans.ascending());
  private static final Errand RECONCILE =
      beside(ResourceKey.RECONCILE, RunRequest.of(Mode.RECONCILE));
  private static final Errand RANGE = range(Scene.NOON);
  private static final Errand OLD_RANGE = range(NEW);
  private static final Moment MUCH_LATER = Moment.minutes(32);

  private Courses() {}

  /** Races of two, over all schedules. */
  static Stream<Course> ofTwo() {
    return Stream.of(besideEachOther(), afterALease(), stray()).flatMap(List::stream);
  }

  /** Every second one of them, and deeper the others. */
  static Stream<Course> ofTwoOfThisRun() {
    List<Course> all = ofTwo().toList();
    return IntStream.range(0, all.size())
        .filter(number -> Depth.tries(number, 2, 1))
        .mapToObj(all::get);
  }

  private static List<Course> besideEachOther() {
    return List.of(
        beside("a range beside an incremental", RANGE),
        beside("a range over what is old beside an incremental", OLD_RANGE),
        beside("a reconcile beside an incremental", RECONCILE));
  }

  private static List<Course> afterALease() {
    return List.of(
        own(
            "a lease runs out while its owner still runs",
            Stores.empty(),
            a(OWN, Moment.NOON),
            b(OWN, Moment.LATER)),
        new Course(
            "a lease runs out and the cursor is its owner's alone",
            Stores.empty(),
            BY_TIME,
            List.of(
                new Invocation("A", ASCENDING, Moment.NOON, Manner.pagesOf(2).onlyToItsOwn()),
                new Invocation("B", ASCENDING, Moment.LATER, Manner.pagesOf(1).onlyToItsOwn())),
            List.of(ASCENDING)),
        own(
            "a sealed run is published by two",
            Before.sealed(BY_ID, OWN),
            a(OWN.continued(), Moment.NOON),
            b(OWN, Moment.LATER)));
  }

  private static List<Course> stray() {
    return List.of(
        own(
            "a continuation comes twice",
            Before.inFlight(BY_ID, OWN),
            a(OWN.continued(), Moment.NOON),
            b(OWN.continued(), Moment.NOON)),
        own(
            "a continuation comes before the leg has handed over",
            Stores.empty(),
            a(OWN.ofOnePage(), Moment.NOON),
            b(OWN.continued(), Moment.NOON)),
        own(
            "a schedule ticks during a leg",
            Before.inFlight(BY_ID, OWN),
            a(OWN.continued(), Moment.NOON),
            b(OWN, Moment.NOON)),
        own(
            "two sweeps overlap",
            Before.inFlight(BY_ID, OWN),
            new Sweep(a(OWN.continued(), Moment.NOON)),
            new Sweep(b(OWN.continued(), Moment.LATER))));
  }

  /** A person interferes with a leg. */
  static Stream<Course> ofALegAndAPerson() {
    return Stream.concat(
        Stream.of(
                List.of(OperatorVerb.PAUSE),
                List.of(OperatorVerb.CANCEL),
                List.of(OperatorVerb.RESET),
                List.of(OperatorVerb.PAUSE, OperatorVerb.RESUME))
            .map(verbs ->
                own(
                    "a person's " + verbs + " during a leg",
                    Before.inFlight(BY_ID, OWN),
                    a(OWN.continued(), Moment.NOON),
                    new Person("person", verbs))),
        Stream.of(
            own(
                "a person's RESUME beside a schedule",
                Before.paused(BY_ID, OWN),
                a(OWN, Moment.NOON),
                new Person("person", List.of(OperatorVerb.RESUME)))));
  }

  /**
   * Races of three: every second one over all schedules with one preemption, or all with two where
   * the search goes deeper.
   */
  static Stream<Course> ofThree() {
    Course beside =
        changed(
            "a range, a reconcile and an incremental beside each other",
            List.of(a(OWN, Moment.NOON), b(RECONCILE, Moment.NOON), c(RANGE, Moment.NOON)),
            List.of(RANGE, OWN, RECONCILE));
    List<Course> all = Stream.concat(ofOneRun().stream(), Stream.of(beside)).toList();
    return IntStream.range(0, all.size())
        .filter(number -> number % Depth.of(2, 1) == 0)
        .mapToObj(all::get)
        .map(course -> course.interrupted(Depth.of(1, 2)));
  }

  private static List<Course> ofOneRun() {
    return List.of(
        own(
            "an old owner wakes after its lease was taken and regained",
            Stores.empty(),
            a(OWN, Moment.NOON),
            b(OWN.ofOnePage(), Moment.LATER),
            c(OWN.continued(), MUCH_LATER)),
        own(
            "continuations come twice, late and out of order",
            Before.inFlight(BY_ID, OWN),
            a(OWN.ofOnePage().continued(), Moment.NOON),
            b(OWN.continued(), Moment.NOON),
            c(OWN.continued(), Moment.LATER)),
        own(
            "a person cancels and a schedule ticks during a leg",
            Before.inFlight(BY_ID, OWN),
            a(OWN.continued(), Moment.NOON),
            c(OWN, Moment.NOON),
            new Person("person", List.of(OperatorVerb.CANCEL))),
        own(
            "a person resets during a leg whose lease runs out",
            Before.inFlight(BY_ID, OWN),
            a(OWN.continued(), Moment.NOON),
            c(OWN, Moment.LATER),
            new Person("person", List.of(OperatorVerb.RESET))));
  }

  /**
   * Clocks ten minutes apart, one way and, where the search goes deeper, the other; the second
   * comes as soon as its own clock lets it.
   */
  static Stream<Course> skewed() {
    return Stream.of(Depth.of(-10, 10)).flatMap(Courses::skewed);
  }

  private static Stream<Course> skewed(int minutes) {
    Duration skew = Duration.ofMinutes(minutes);
    Moment soon = Moment.minutes(Math.max(1, 15 - minutes)).skewed(skew);
    String clocks = " with clocks " + minutes + " minutes apart";
    Shelf two = Shelf.of(2, OLD, false);
    return Stream.of(
        new Course(
            "a lease runs out" + clocks,
            Stores.empty(),
            two,
            List.of(
                new Invocation("A", OWN, Moment.NOON, Manner.pagesOf(1)),
                new Invocation("B", OWN, soon, Manner.pagesOf(2).turned())),
            List.of(OWN)),
        changed(
            "a reconcile beside an incremental" + clocks,
            List.of(a(OWN, Moment.NOON), b(RECONCILE, Moment.NOON.skewed(skew))),
            List.of(OWN, RECONCILE)));
  }

  private static Course beside(String name, Errand other) {
    boolean range = other.request().mode() == Mode.BACKFILL;
    return changed(
        name,
        List.of(a(OWN, Moment.NOON), b(other, Moment.NOON)),
        range ? List.of(other, OWN, RECONCILE) : List.of(OWN, other));
  }

  private static Course own(String name, Stores prepared, Racer... racers) {
    return new Course(name, prepared, BY_ID, List.of(racers), List.of(OWN));
  }

  private static Course changed(String name, List<Racer> racers, List<Errand> errands) {
    return new Course(name, Before.completed(BY_ID, OWN), CHANGED, racers, errands);
  }

  private static Invocation a(Errand errand, Moment moment) {
    return new Invocation("A", errand, moment, Manner.pagesOf(2));
  }

  private static Invocation b(Errand errand, Moment moment) {
    return new Invocation("B", errand, moment, Manner.pagesOf(3).turned());
  }

  private static Invocation c(Errand errand, Moment moment) {
    return new Invocation("C", errand, moment, Manner.pagesOf(4));
  }

  private static Errand range(Instant until) {
    return beside("range-1", new RunRequest(Mode.BACKFILL, OLD, until, null, List.of()));
  }

  private static Errand beside(String variant, RunRequest request) {
    ResourcePlan plan = Plans.beside(Plans.byId(), variant);
    return Errand.asked(plan, request);
  }
}
