package dev.tidemark.testkit.race;

import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Claim;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.traversal.Leg;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.testkit.race.OwnPages.Manner;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.time.Instant;

/**
 * One leg, as the real {@link Leg} runs it. Its clock stands still, so that a lease ends for it
 * when its clock says so, and not when another's does.
 */
record Invocation(String name, Errand errand, Moment moment, Manner manner) implements Racer {
  /** How long a lease lasts. */
  static final Duration LEASE = Duration.ofMinutes(15);

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /**
   * When it runs.
   *
   * @param at after noon by the server's clock
   * @param skew of the owner's clock
   */
  record Moment(Duration at, Duration skew) {
    static final Moment NOON = minutes(0);

    /** After every lease of noon. */
    static final Moment LATER = minutes(16);

    static Moment minutes(long minutes) {
      return new Moment(Duration.ofMinutes(minutes), Duration.ZERO);
    }

    Moment skewed(Duration by) {
      return new Moment(at, by);
    }

    Instant server() {
      return Scene.NOON.plus(at);
    }

    Instant own() {
      return server().plus(skew);
    }
  }

  @Override
  public LegOutcome race(Track track) throws InterruptedException {
    ManualClock clock = new ManualClock(moment.own());
    Instant end = moment.own().plus(LEASE);
    Claim claim = new Claim(new Lease(name, end), errand.trigger(), false);
    Budget budget =
        new Budget(clock, moment.own().plus(errand.length()), end, PATIENCE, () -> false);
    OwnPages pages = new OwnPages(track.shelf(), manner, name, moment.server());
    return new Leg(errand.plan(), new SourceReader(pages, pages), track.ports(name, clock))
        .run(claim, errand.request(), budget);
  }
}
