package dev.tidemark.testkit.history;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.traversal.LegOutcome;
import dev.tidemark.core.traversal.ResourcePlan;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One history: runs one after the other over a collection that changes between any two calls, then
 * quiet, then what was promised. Legs are not killed here: a leg reads ahead in a thread of its
 * own, so that what a killed one had read would not follow from the seed.
 */
final class History implements Story {
  private static final int MAX_RUNS_UNTIL_QUIET = 6;
  private static final RunRequest INCREMENTAL = RunRequest.of(Mode.INCREMENTAL);
  private static final RunRequest RECONCILE = RunRequest.of(Mode.RECONCILE);

  private final Policy policy;
  private final Random random;
  private final List<String> journal = new ArrayList<>();
  private final Scene scene;
  private final Collected collected;
  private final Driver own;
  private final Driver reconcile;

  History(Policy policy, long seed) {
    this.policy = policy;
    this.random = new Random(seed);
    ResourcePlan plan = Plans.batching(policy.plan(), 1 + random.nextInt(3));
    this.scene = new Scene(policy.source().shape().apply(1 + random.nextInt(5)), plan);
    policy.source().quirks().accept(scene.api);
    this.collected = new Collected(scene.api, scene.clock, random, policy.sight(), journal);
    this.own = new Driver(scene, plan, journal);
    this.reconcile = new Driver(scene, Plans.beside(plan, ResourceKey.RECONCILE), journal);
  }

  @Override
  public List<String> journal() {
    return journal;
  }

  @Override
  public void happen() {
    busy();
    quiet();
    incrementally();
    Promises promises = new Promises(scene, collected);
    promises.owedIsPublished();
    reconcile.complete(RECONCILE);
    promises.allIsPublished();
    promises.nothingIsPublishedTwice();
    promises.nothingIsDeletedThatNeverWent();
  }

  private void busy() {
    collected.fill(random.nextInt(12));
    scene.api.answersAfter(Duration.ofMillis(1 + random.nextInt(3000)));
    scene.api.beforeEach(
        Troubles.draw(random).incident(random, collected, policy.source().losesCursors()));
    int steps = 2 + random.nextInt(8);
    for (int step = 0; step < steps; step++) {
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        collected.change();
        scene.clock.advance(Duration.ofMillis(random.nextInt(60_000)));
      }
      scene.inLegsOf(Duration.ofSeconds(random.nextBoolean() ? 0 : random.nextInt(60)));
      if (own.idle() && random.nextInt(6) == 0) {
        reconcile.complete(RECONCILE);
      } else {
        own.leg(INCREMENTAL);
      }
      between();
    }
  }

  private void between() {
    scene.clock.advance(Duration.ofSeconds(random.nextInt(3) == 0 ? 5000 : random.nextInt(300)));
    if (policy.source().losesCursors() && random.nextInt(10) == 0) {
      journal.add("all cursors expire");
      scene.api.expireCursors();
    }
  }

  private void quiet() {
    scene.api.beforeEach(_ -> null);
    scene.clock.advance(Duration.ofHours(3));
    scene.inLegsOf(Duration.ofMinutes(10));
  }

  /** Runs until one that began after the last change publishes nothing. */
  private void incrementally() {
    if (!own.idle()) {
      own.complete(INCREMENTAL);
    }
    for (int runs = 0; runs < MAX_RUNS_UNTIL_QUIET; runs++) {
      LegOutcome.Completed completed = own.complete(INCREMENTAL);
      if (completed.manifest().objects().isEmpty()) {
        return;
      }
      scene.clock.advance(Duration.ofMinutes(15));
    }
    throw new Violation("not quiet after " + MAX_RUNS_UNTIL_QUIET + " runs");
  }
}
