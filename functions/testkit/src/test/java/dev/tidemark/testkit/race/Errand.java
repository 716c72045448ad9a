package dev.tidemark.testkit.race;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import java.time.Duration;

/**
 * What an invocation is sent for.
 *
 * @param length of the leg; zero for one page
 */
record Errand(ResourcePlan plan, RunRequest request, Trigger trigger, Duration length) {
  private static final Duration LEG = Duration.ofMinutes(10);

  static Errand scheduled(ResourcePlan plan) {
    return new Errand(plan, RunRequest.of(Mode.INCREMENTAL), Trigger.SCHEDULE, LEG);
  }

  static Errand asked(ResourcePlan plan, RunRequest request) {
    return new Errand(plan, request, Trigger.SCHEDULE, LEG);
  }

  Errand continued() {
    return new Errand(plan, request, Trigger.CONTINUATION, length);
  }

  Errand ofOnePage() {
    return new Errand(plan, request, trigger, Duration.ZERO);
  }
}
