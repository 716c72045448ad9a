package dev.tidemark.testkit.rates;

import dev.tidemark.core.source.Pacer;
import dev.tidemark.core.source.RateBucket;
import dev.tidemark.core.source.RateBudget;
import dev.tidemark.core.source.RateRank;
import dev.tidemark.core.source.Turn;
import dev.tidemark.memory.InMemoryRateBudget;
import dev.tidemark.memory.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Workers that always have something to ask for, on a clock that jumps from one event to the next.
 * Their own clocks are apart, what they send is on its way for a time that varies, and some of them
 * crash with calls in flight, without giving anything back. The same seed gives the same course.
 */
public final class RateSimulation {
  private static final Instant BEGIN = Instant.parse("2026-11-22T03:00:00Z");
  private static final int WINDOWS = 10;
  private static final Duration LOOKED_AT = Duration.ofMinutes(2);
  private static final Duration BEGUN = Duration.ofSeconds(20);
  private static final int SKEW_MILLIS = 200;
  private static final int WAY_MILLIS = 40;
  private static final Duration REPLACED = Duration.ofSeconds(3);

  private final RatePlot plot;
  private final SplittableRandom random;
  private final ManualClock clock = new ManualClock(BEGIN);
  private final InMemoryRateBudget budget = new InMemoryRateBudget();
  private final CountingServer server;
  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparing(Step::at).thenComparingLong(Step::number));
  private long number;
  private int waits;
  private Duration waited = Duration.ZERO;

  /** What happens at a time; of equals, in the order in which they were planned. */
  private record Step(Instant at, long number, Runnable happens) {}

  private RateSimulation(RatePlot plot, long seed) {
    this.plot = plot;
    this.random = new SplittableRandom(seed);
    this.server = new CountingServer(plot.bucket());
  }

  /** Runs {@code plot}, and looks at ten windows, or two minutes, once all have begun. */
  public static RateCourse run(RatePlot plot, long seed) {
    return new RateSimulation(plot, seed).run();
  }

  private RateCourse run() {
    Duration per = plot.bucket().per();
    Instant from = BEGIN.plus(per.compareTo(BEGUN) < 0 ? BEGUN : per.multipliedBy(2));
    long windows = Math.max(WINDOWS, LOOKED_AT.dividedBy(per));
    Instant until = from.plus(per.multipliedBy(windows));
    for (int worker = 0; worker < plot.workers(); worker++) {
      Worker one = new Worker();
      plan(BEGIN, () -> one.asks(one.pacer));
      if (worker < plot.crashes()) {
        plan(between(BEGIN, until), one::crashes);
      }
    }
    Step next = steps.poll();
    while (next != null && next.at().isBefore(until)) {
      clock.advance(Duration.between(clock.instant(), next.at()));
      next.happens().run();
      next = steps.poll();
    }
    RateBucket bucket = plot.bucket();
    return new RateCourse(
        server.between(from, until),
        (int) (bucket.calls() * windows),
        server.most(),
        waits,
        waited,
        budget.ledger(bucket).revision());
  }

  private Instant between(Instant from, Instant until) {
    return from.plusMillis(random.nextLong(Duration.between(from, until).toMillis()));
  }

  private void plan(Instant at, Runnable happens) {
    steps.add(new Step(at, number++, happens));
  }

  /** One invocation after the other of one function. */
  private final class Worker {
    private Duration ahead;
    private Pacer pacer;

    Worker() {
      this.ahead = drawnSkew();
      this.pacer = drawnPacer();
    }

    /** Nothing is given back, and a call in flight arrives like any other. */
    private void crashes() {
      ahead = drawnSkew();
      pacer = drawnPacer();
      Pacer next = pacer;
      plan(clock.instant().plus(REPLACED), () -> asks(next));
    }

    private Duration drawnSkew() {
      return Duration.ofMillis(random.nextInt(2 * SKEW_MILLIS + 1) - SKEW_MILLIS);
    }

    private Pacer drawnPacer() {
      RateBudget shared = plot.shared() ? budget : RateBudget.ALONE;
      return new Pacer(plot.bucket(), shared, random.split());
    }

    private Instant now() {
      return clock.instant().plus(ahead);
    }

    private void asks(Pacer own) {
      if (own != pacer) {
        return;
      }
      switch (pacer.take(now(), RateRank.FRESH)) {
        case Turn.Now turn -> sends(turn);
        case Turn.Later(Instant until) -> {
          Duration wait = Duration.between(now(), until);
          waits++;
          waited = waited.plus(wait);
          plan(clock.instant().plus(wait), () -> asks(own));
        }
      }
    }

    private void sends(Turn.Now turn) {
      Instant arrives = clock.instant().plusMillis(2 + random.nextInt(WAY_MILLIS));
      plan(arrives, () -> server.arrives(arrives));
      long took = plot.page().toMillis();
      Pacer own = pacer;
      plan(
          arrives.plusMillis(took + random.nextLong(took / 4 + 1)),
          () -> {
            own.answered(turn, now());
            asks(own);
          });
    }
  }
}
