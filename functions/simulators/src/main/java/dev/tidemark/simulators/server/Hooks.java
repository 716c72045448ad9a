package dev.tidemark.simulators.server;

import dev.tidemark.simulators.schedule.Plan;
import dev.tidemark.simulators.schedule.Schedule;

/** Lets a test act in the middle of a walk; the code runs on the thread that serves the request. */
public final class Hooks {
  private final Plan<Runnable> beforeAnswer = new Plan<>(action -> true);
  private final Plan<Runnable> beforeSend = new Plan<>(action -> true);

  /** Runs {@code action} before the vendor looks at its rows: the page shows what it changed. */
  public void beforeAnswer(String resource, Schedule schedule, Runnable action) {
    beforeAnswer.add(resource, schedule, action);
  }

  /** Runs {@code action} when the page is made and before the client sees its first byte. */
  public void beforeSend(String resource, Schedule schedule, Runnable action) {
    beforeSend.add(resource, schedule, action);
  }

  void runBeforeAnswer(String resource) {
    beforeAnswer.due(resource).forEach(Runnable::run);
  }

  void runBeforeSend(String resource) {
    beforeSend.due(resource).forEach(Runnable::run);
  }
}
