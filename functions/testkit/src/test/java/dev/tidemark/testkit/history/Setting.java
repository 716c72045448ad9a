package dev.tidemark.testkit.history;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.testkit.traversal.Plans;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a history begins with: a collection that changes, and the means to land it. */
final class Setting {
  static final RunRequest INCREMENTAL = RunRequest.of(Mode.INCREMENTAL);
  static final RunRequest RECONCILE = RunRequest.of(Mode.RECONCILE);

  private static final int MAX_RUNS_UNTIL_QUIET = 6;

  final Random random;
  final List<String> journal = new ArrayList<>();
  final Scene scene;
  final Collected collected;

  private final Policy policy;
  private final ResourcePlan plan;

  Setting(Policy policy, long seed) {
    this.policy = policy;
    this.random = new Random(seed);
    this.plan = Plans.batching(policy.plan(), 1 + random.nextInt(3));
    this.scene = new Scene(policy.source().shape().apply(1 + random.nextInt(5)), plan);
    policy.source().quirks().accept(scene.api);
    this.collected = new Collected(scene.api, scene.clock, random, policy.sight(), journal);
  }

  Driver own() {
    return new Driver(scene, plan, journal);
  }

  Driver beside(String variant) {
    return new Driver(scene, Plans.beside(plan, variant), journal);
  }

  /** From here on the collection changes and its API goes wrong. */
  void begin() {
    collected.fill(random.nextInt(12));
    scene.api.answersAfter(Duration.ofMillis(1 + random.nextInt(3000)));
    scene.api.beforeEach(
        Troubles.draw(random).incident(random, collected, policy.source().losesCursors()));
  }

  /** Some changes, and the length of the next leg. */
  void beforeALeg() {
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      collected.change();
      scene.clock.advance(Duration.ofMillis(random.nextInt(60_000)));
    }
    scene.inLegsOf(Duration.ofSeconds(random.nextBoolean() ? 0 : random.nextInt(60)));
  }

  /** Some time passes. */
  void afterALeg() {
    scene.clock.advance(Duration.ofSeconds(random.nextInt(3) == 0 ? 5000 : random.nextInt(300)));
    if (policy.source().losesCursors() && random.nextInt(10) == 0) {
      journal.add("all cursors expire");
      scene.api.expireCursors();
    }
  }

  /** From here on nothing changes and nothing goes wrong, and what was late is shown. */
  void end() {
    scene.api.beforeEach(_ -> null);
    scene.clock.advance(Duration.ofHours(3));
    scene.inLegsOf(Duration.ofMinutes(10));
  }

  /** Time passes until what was published last is no longer in doubt. */
  void settle() {
    scene.clock.advance(Duration.ofMinutes(15));
  }

  /** Finishes the run in flight, and runs on until a run publishes nothing. */
  void untilQuiet(Driver own) {
    if (!own.idle()) {
      own.complete(INCREMENTAL);
    }
    for (int runs = 0; runs < MAX_RUNS_UNTIL_QUIET; runs++) {
      LegOutcome.Completed completed = own.complete(INCREMENTAL);
      if (completed.manifest().objects().isEmpty()) {
        return;
      }
      settle();
    }
    throw new Violation("not quiet after " + MAX_RUNS_UNTIL_QUIET + " runs");
  }
}
