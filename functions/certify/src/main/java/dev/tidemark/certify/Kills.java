package dev.tidemark.certify;

import dev.tidemark.memory.fault.Fault;
import dev.tidemark.memory.fault.FaultPlan;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Kills a run before and after every call that it makes, and again as it recovers.
 *
 * @param victims makes the same situation each time
 * @param event what begins the run, and resumes it
 * @param word what messages call it
 * @param tried counts
 */
record Kills(Supplier<Victim> victims, String event, String word, Tried tried) {
  private static final List<Fault> BOTH = List.of(Fault.KILL_BEFORE, Fault.KILL_AFTER);

  /**
   * A situation in which a run can be killed.
   *
   * @param judge is given how it was killed once the run was resumed and has ended
   */
  record Victim(TrialBench stage, Consumer<Aftermath> judge) {}

  /** What was done to a run, and how it ended at last. */
  record Aftermath(String how, RunEnd ending) {}

  void all() {
    int writes = once(false);
    once(true);
    twice(writes);
  }

  /** Returns how many calls there are. */
  private int once(boolean requests) {
    Faults counted = Faults.counting(requests);
    victims.get().stage().drive(event, counted);
    int calls = counted.plan().calls().size();
    for (int call = 1; call <= calls; call++) {
      for (Fault kill : BOTH) {
        Victim victim = victims.get();
        Faults faults = Faults.at(call, kill, requests);
        victim.stage().drive(event, faults);
        if (faults.plan().dead()) {
          tried.count("kill " + word);
          takenUp(victim, words(kill, faults.plan()));
        }
      }
    }
    return calls;
  }

  /** Killed after a call is killed before the next one, as far as anything durable goes. */
  private void twice(int calls) {
    int pairs = calls * calls;
    int step = Math.max(1, pairs / Scale.SECOND_KILLS);
    for (int pair = 0; pair < pairs; pair += step) {
      Victim victim = victims.get();
      Faults first = Faults.at(1 + pair / calls, Fault.KILL_AFTER, false);
      victim.stage().drive(event, first);
      victim.stage().outlive();
      Faults second = Faults.at(1 + pair % calls, Fault.KILL_AFTER, false);
      victim.stage().drive(event, second);
      if (first.plan().dead() && second.plan().dead()) {
        tried.count("second kill " + word);
        String how = words(Fault.KILL_AFTER, first.plan());
        takenUp(victim, how + " and then " + words(Fault.KILL_AFTER, second.plan()));
      }
    }
    if (step > 1) {
      tried.note("second kill " + word + ": one in " + step + " of " + pairs + " pairs");
    }
  }

  private void takenUp(Victim victim, String how) {
    victim.stage().outlive();
    RunEnd ending = victim.stage().drive(event);
    victim.judge().accept(new Aftermath(word + " " + how, ending));
  }

  private static String words(Fault kill, FaultPlan plan) {
    return (kill == Fault.KILL_BEFORE ? "killed before " : "killed after ")
        + plan.calls().getLast()
        + " ("
        + plan.calls().size()
        + ")";
  }
}
