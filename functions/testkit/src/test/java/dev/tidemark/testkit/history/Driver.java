package dev.tidemark.testkit.history;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.OperatorVerb;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.testkit.traversal.Scene;
import java.time.Duration;
import java.util.List;

/** Runs legs of one plan, and does what a schedule and a person would do between them. */
final class Driver {
  private static final int MAX_LEGS = 300;
  private static final int LARGEST_STATE = 4000;

  private final Scene scene;
  private final ResourcePlan plan;
  private final List<String> journal;

  Driver(Scene scene, ResourcePlan plan, List<String> journal) {
    this.scene = scene;
    this.plan = plan;
    this.journal = journal;
  }

  /** Whether no run is unfinished. */
  boolean idle() {
    return state().phase() instanceof Phase.Idle;
  }

  /** One leg, of the run in flight or of one that {@code request} asks for. */
  LegOutcome leg(RunRequest request) {
    LegOutcome outcome = scene.planned(plan).asking(request).leg(Trigger.SCHEDULE);
    journal.add(
        scene.clock.instant()
            + " leg of "
            + plan.key()
            + ": "
            + outcome.getClass().getSimpleName());
    int size = state().toString().length();
    if (size > LARGEST_STATE) {
      throw new Violation("a state item of " + size + " characters");
    }
    switch (outcome) {
      case LegOutcome.Waiting waiting ->
          scene.clock.advance(Duration.between(scene.clock.instant(), waiting.until()));
      case LegOutcome.NotDue early ->
          scene.clock.advance(Duration.between(scene.clock.instant(), early.until()));
      case LegOutcome.Failed failed -> cancel(failed);
      case LegOutcome.Completed _, LegOutcome.HandedOver _ -> {}
      case LegOutcome.Refused _,
          LegOutcome.Walked _,
          LegOutcome.Held _,
          LegOutcome.Fenced _,
          LegOutcome.Paused _,
          LegOutcome.Nothing _ ->
          throw new Violation("unexpected end of a leg: " + outcome);
    }
    return outcome;
  }

  /** Legs until a run is published. */
  LegOutcome.Completed complete(RunRequest request) {
    for (int legs = 0; legs < MAX_LEGS; legs++) {
      if (leg(request) instanceof LegOutcome.Completed completed) {
        return completed;
      }
    }
    throw new Violation("no end after " + MAX_LEGS + " legs");
  }

  /**
   * A person gives up a run that gets nowhere; one whose API was away is taken up by the next leg.
   */
  private void cancel(LegOutcome.Failed failed) {
    String reason = failed.failure().reason();
    if (reason.endsWith(" attempts)")) {
      return;
    }
    if (!reason.contains("in a row")) {
      throw new Violation("failed: " + failed.failure());
    }
    ResourceState stored = state();
    if (OperatorVerb.CANCEL.decide(stored, "a person")
        instanceof OperatorVerb.Decision.Apply(ResourceState next)) {
      scene.states.write(plan.key(), stored, next);
    }
  }

  private ResourceState state() {
    return scene.states.read(plan.key());
  }
}
