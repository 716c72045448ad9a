package dev.tidemark.testkit.race;

import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.testkit.race.Invocation.Moment;
import dev.tidemark.testkit.race.OwnPages.Manner;
import java.util.List;

/** What has happened before a race. */
final class Before {
  private static final Manner MANNER = Manner.pagesOf(2);

  private Before() {}

  /** A run that was completed an hour ago. */
  static Stores completed(Shelf shelf, Errand errand) {
    Stores stores = Stores.empty();
    stoppedAt("", stores, shelf, errand, -60);
    return stores;
  }

  /** A run that handed over after one page, with no live lease. */
  static Stores inFlight(Shelf shelf, Errand errand) {
    Stores stores = Stores.empty();
    stoppedAt("", stores, shelf, errand.ofOnePage(), -60);
    return stores;
  }

  /** The same, paused by a person. */
  static Stores paused(Shelf shelf, Errand errand) {
    Stores stores = inFlight(shelf, errand);
    new Person("earlier person", List.of(OperatorVerb.PAUSE))
        .race(new Track(stores, shelf, Flaw.NONE, null));
    return stores;
  }

  /** A run whose owner died before it could write the manifest. */
  static Stores sealed(Shelf shelf, Errand errand) {
    Stores stores = Stores.empty();
    stoppedAt("BatchSink.publish", stores, shelf, errand, -60);
    return stores;
  }

  /** A run whose owner died at {@code moment}, before its first batch. */
  static Stores died(Shelf shelf, Errand errand, Moment moment) {
    Stores stores = Stores.empty();
    stopped("BatchSink.put", stores, shelf, new Invocation("earlier", errand, moment, MANNER));
    return stores;
  }

  private static void stoppedAt(String call, Stores stores, Shelf shelf, Errand errand, int at) {
    stopped(call, stores, shelf, new Invocation("earlier", errand, Moment.minutes(at), MANNER));
  }

  private static void stopped(String call, Stores stores, Shelf shelf, Invocation leg) {
    Gate gate = new Gate(new Numbers());
    Track track = new Track(stores, shelf, Flaw.NONE, gate);
    gate.start(leg.name(), () -> leg.race(track));
    while (!gate.over() && !gate.next().equals(call)) {
      gate.step();
    }
    gate.abandon();
    if (gate.failure() != null) {
      throw new IllegalStateException("a race cannot be prepared", gate.failure());
    }
  }
}
