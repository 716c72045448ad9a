package dev.tidemark.cli.certify;

import dev.tidemark.testkit.fault.Fault;
import dev.tidemark.testkit.fault.FaultPlan;
import java.util.List;

/** Kills each way of walking before and after every call that it makes, and again as it recovers. */
final class KillSweep {
  private static final List<Fault> KILLS = List.of(Fault.KILL_BEFORE, Fault.KILL_AFTER);

  private final Subject subject;
  private final Tried tried;

  KillSweep(Subject subject, Tried tried) {
    this.subject = subject;
    this.tried = tried;
  }

  void run() {
    for (Walk walk : Walk.values()) {
      if (walk.applies(subject)) {
        int writes = once(walk, false);
        once(walk, true);
        twice(walk, writes);
      }
    }
  }

  /** Returns how many calls there are. */
  private int once(Walk walk, boolean requests) {
    Account undisturbed = prepared(walk);
    Faults counted = Faults.counting(requests);
    undisturbed.stage.drive(walk.event(subject), counted);
    int calls = counted.plan().calls().size();
    for (int call = 1; call <= calls; call++) {
      for (Fault kill : KILLS) {
        Account account = prepared(walk);
        Faults faults = Faults.at(call, kill, requests);
        account.stage.drive(walk.event(subject), faults);
        if (faults.plan().dead()) {
          tried.count("kill " + walk.word());
          takenUp(walk, account, words(kill, faults.plan()));
        }
      }
    }
    return calls;
  }

  /** Killed after a call is killed before the next one, as far as anything durable goes. */
  private void twice(Walk walk, int calls) {
    int pairs = calls * calls;
    int step = Math.max(1, pairs / Scale.SECOND_KILLS);
    for (int pair = 0; pair < pairs; pair += step) {
      Account account = prepared(walk);
      Faults first = Faults.at(1 + pair / calls, Fault.KILL_AFTER, false);
      account.stage.drive(walk.event(subject), first);
      account.stage.outlive();
      Faults second = Faults.at(1 + pair % calls, Fault.KILL_AFTER, false);
      account.stage.drive(walk.event(subject), second);
      if (first.plan().dead() && second.plan().dead()) {
        tried.count("second kill");
        takenUp(
            walk,
            account,
            words(Fault.KILL_AFTER, first.plan()) + " and then " + killed(second.plan()));
      }
    }
    if (step > 1) {
      tried.note(
          "of the "
              + pairs
              + " pairs of kills of a "
              + walk.word()
              + " every "
              + step
              + "th was tried");
    }
  }

  private Account prepared(Walk walk) {
    Account account = Account.usual(subject);
    walk.prepare(account);
    return account;
  }

  private void takenUp(Walk walk, Account account, String how) {
    account.stage.outlive();
    Ending ending = account.stage.drive(walk.event(subject));
    String when = walk.word() + " " + how;
    if (!ending.completed()) {
      found(when, new Symptom.Stopped(ending.outcome() + " " + ending.reason()));
    }
    Audit.of(account, walk.expected(account), walk == Walk.RECONCILE)
        .forEach(symptom -> found(when, symptom));
  }

  private void found(String when, Symptom symptom) {
    Remedy remedy = Remedy.of(subject);
    tried.found(new Finding("kill", when, symptom, remedy.why(), remedy.what()));
  }

  private static String words(Fault kill, FaultPlan plan) {
    return (kill == Fault.KILL_BEFORE ? "killed before " : "killed after ")
        + plan.calls().getLast()
        + " ("
        + plan.calls().size()
        + ")";
  }

  private static String killed(FaultPlan plan) {
    return words(Fault.KILL_AFTER, plan);
  }
}
