package dev.tidemark.certify;

import java.time.Duration;
import java.util.List;

/** Lets each scenario happen at each request of a first run and of a later one. */
final class BorderSweep {
  private static final Duration LATER = Duration.ofHours(1);
  private static final String RECONCILE = WalkKind.RECONCILE.word();

  private final Subject subject;
  private final Tried tried;

  BorderSweep(Subject subject, Tried tried) {
    this.subject = subject;
    this.tried = tried;
  }

  void run() {
    for (Scenario scenario : Scenarios.of(subject)) {
      for (WalkKind walk : List.of(WalkKind.BACKFILL, WalkKind.INCREMENTAL)) {
        // How many requests a run makes is known when it has been made: one too many ends it.
        int request = 1;
        while (happens(scenario, walk, request) && scenario.happening() != null) {
          request++;
        }
      }
    }
  }

  /** Whether the run had so many requests. */
  private boolean happens(Scenario scenario, WalkKind walk, int request) {
    SimulatedAccount account =
        new SimulatedAccount(
            subject, scenario.manner().apply(subject.assumed().manner(subject.pageSize())));
    scenario.setting().accept(account);
    walk.prepare(account);
    Scenario.Happening happening = scenario.happening();
    account.meets(happening == null ? Disturbance.NONE : happening.at(account, request));
    RunEnd ending = account.stage.drive(WalkKind.sync(subject));
    if (happening != null && account.requests() < request) {
      return false;
    }
    String when =
        scenario.words()
            + (happening == null ? " (" : " at request " + request + " (")
            + walk.word()
            + ")";
    judge(scenario, when, account, ending);
    return true;
  }

  private void judge(Scenario scenario, String when, SimulatedAccount account, RunEnd ending) {
    boolean contradicted = scenario.ends().loud() && account.contradicted();
    if (scenario.ends().loud() && !contradicted) {
      return;
    }
    tried.count(scenario.kind());
    if (contradicted && ending.completed()) {
      found(scenario, when, new Symptom.Silent());
    }
    if (ending.failed() && scenario.ends().mayStop() && !scenario.ends().loud()) {
      tried.note("it stops, and loses nothing, where " + scenario.words());
      return;
    }
    if (!ending.completed() && !scenario.ends().mayStop()) {
      found(scenario, when, Symptom.Stopped.by(ending));
    }
    settle(scenario, when, account);
  }

  /** What two later runs, and one that looks for what has vanished, leave behind. */
  private void settle(Scenario scenario, String when, SimulatedAccount account) {
    account.meets(Disturbance.NONE);
    for (int run = 0; run < 2; run++) {
      account.pass(LATER);
      RunEnd ending = account.stage.drive(WalkKind.sync(subject));
      if (!ending.completed()) {
        found(scenario, when + ", the run after it", Symptom.Stopped.by(ending));
        return;
      }
    }
    Audit.of(account, account.rows().all(), reconciled(scenario, when, account))
        .forEach(symptom -> found(scenario, when, symptom));
  }

  /** Looks for what has vanished, where something has; whether that proved anything. */
  private boolean reconciled(Scenario scenario, String when, SimulatedAccount account) {
    if (!scenario.ends().removes() || !WalkKind.RECONCILE.applies(subject)) {
      return false;
    }
    account.pass(LATER);
    RunEnd ending = account.stage.drive(WalkKind.RECONCILE.event(subject));
    if (!ending.completed()) {
      found(scenario, when + ", " + RECONCILE, Symptom.Stopped.by(ending));
    }
    return ending.proves();
  }

  private void found(Scenario scenario, String when, Symptom symptom) {
    tried.found(new Finding(scenario.kind(), when, symptom, scenario.ends().remedy()));
  }
}
