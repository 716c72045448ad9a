package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Phase;
import dev.tidemark.memory.fault.FaultPlan;
import dev.tidemark.memory.fault.Injected;
import dev.tidemark.memory.fault.Killed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invocation after the other, each when the lease of the one before is over, until nothing is
 * left to be done.
 */
final class Journey {
  private static final Duration LATER = Duration.ofMinutes(16);
  private static final int MOST_LEGS = 60;

  private final Scene scene;
  private final boolean continuations;
  private boolean begun;

  /**
   * @param continuations whether a stray continuation comes before each schedule
   */
  Journey(Scene scene, boolean continuations) {
    this.scene = scene;
    this.continuations = continuations;
  }

  /** Legs in which {@code plan} happens; the last one's process may be dead. */
  List<@Nullable LegOutcome> under(FaultPlan plan, Calls calls) {
    List<@Nullable LegOutcome> outcomes = new ArrayList<>();
    if (begun && continuations) {
      later();
      outcomes.add(leg(Trigger.CONTINUATION, plan, calls));
    }
    while (!plan.dead() && !(begun && scene.settled())) {
      assertThat(outcomes).as("no end in sight").hasSizeLessThan(MOST_LEGS);
      if (begun) {
        later();
      }
      begun = true;
      outcomes.add(leg(trigger(), plan, calls));
    }
    return outcomes;
  }

  /** Legs in which nothing goes wrong. */
  List<@Nullable LegOutcome> undisturbed() {
    return under(FaultPlan.none(), Calls.PORTS);
  }

  private @Nullable LegOutcome leg(Trigger trigger, FaultPlan plan, Calls calls) {
    try {
      return scene.leg(trigger, plan, calls);
    } catch (Killed | Injected e) {
      return null;
    } catch (IllegalStateException e) {
      if (planned(e)) {
        return null;
      }
      throw e;
    }
  }

  /** What goes wrong beside the leg's own thread reaches it as a cause. */
  private static boolean planned(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return cause != null
        && (cause instanceof Killed || cause instanceof Injected || planned(cause));
  }

  private Trigger trigger() {
    Phase phase = scene.state().phase();
    boolean onlySchedule = phase instanceof Phase.Idle || phase instanceof Phase.Failed;
    return continuations && !onlySchedule ? Trigger.CONTINUATION : Trigger.SCHEDULE;
  }

  private void later() {
    scene.clock.advance(LATER);
  }
}
