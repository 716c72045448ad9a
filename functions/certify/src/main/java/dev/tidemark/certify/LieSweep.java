package dev.tidemark.certify;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets the API break each word of its definition, in a first run, a later one and a reconcile. A
 * run may then end with the truth, or fail; as complete and wrong it may not. Once the API is
 * honest again, the next runs have to come to the truth by themselves.
 */
final class LieSweep {
  private static final Duration LATER = Duration.ofHours(1);
  private static final String KIND = "lie";

  private final Subject subject;
  private final Tried tried;

  LieSweep(Subject subject, Tried tried) {
    this.subject = subject;
    this.tried = tried;
  }

  void run() {
    for (Lie lie : Lies.of(subject)) {
      Set<String> verdicts = new LinkedHashSet<>();
      for (WalkKind walk : List.of(WalkKind.BACKFILL, WalkKind.INCREMENTAL, WalkKind.RECONCILE)) {
        if (walk.applies(subject)) {
          sweep(lie, walk, verdicts);
        }
      }
      tried.lied(lie.says(), String.join(", or ", verdicts));
    }
  }

  private void sweep(Lie lie, WalkKind walk, Set<String> verdicts) {
    int request = 1;
    while (tell(lie, walk, request, verdicts) && lie.once()) {
      request++;
    }
  }

  /** Whether the run made so many requests. */
  private boolean tell(Lie lie, WalkKind walk, int request, Set<String> verdicts) {
    SimulatedAccount account = SimulatedAccount.usual(subject);
    walk.prepare(account);
    account.lies(lie.word().equals("single"), lie.liar().apply(request));
    RunEnd ending = account.stage.drive(walk.event(subject));
    if (lie.once() && account.lied() < request) {
      return false;
    }
    tried.count(KIND);
    String when =
        lie.says() + (lie.once() ? " from request " + request + " on (" : " (") + walk.word() + ")";
    LieJudge judge = new LieJudge(account);
    if (ending.completed()) {
      verdicts.add("truth");
      found(lie, when, judge.symptoms(walk == WalkKind.RECONCILE && ending.proves()));
    } else if (ending.failed()) {
      verdicts.add("failed loudly");
      found(lie, when, judge.falseDeletes());
    } else {
      found(lie, when, List.of(Symptom.Stopped.by(ending)));
    }
    recover(lie, when, account);
    return true;
  }

  /** What two honest runs make of it. */
  private void recover(Lie lie, String when, SimulatedAccount account) {
    account.lies(false, Liar.NONE);
    for (int run = 0; run < 2; run++) {
      account.pass(LATER);
      RunEnd ending = account.stage.drive(WalkKind.sync(subject));
      if (!ending.completed()) {
        found(lie, when + ", the run after it", List.of(Symptom.Stopped.by(ending)));
        return;
      }
    }
    found(lie, when + ", two honest runs later", new LieJudge(account).symptoms(false));
  }

  private void found(Lie lie, String when, List<Symptom> symptoms) {
    symptoms.forEach(symptom -> tried.found(new Finding(KIND, when, symptom, lie.remedy())));
  }
}
