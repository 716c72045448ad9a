package dev.tidemark.certify;

/** Kills each way of walking a resource. */
final class KillSweep {
  private final Subject subject;
  private final Tried tried;

  KillSweep(Subject subject, Tried tried) {
    this.subject = subject;
    this.tried = tried;
  }

  void run() {
    for (WalkKind walk : WalkKind.values()) {
      if (walk.applies(subject)) {
        new Kills(() -> victim(walk), walk.event(subject), walk.word(), tried).all();
      }
    }
  }

  private Kills.Victim victim(WalkKind walk) {
    SimulatedAccount account = SimulatedAccount.usual(subject);
    walk.prepare(account);
    return new Kills.Victim(account.stage, aftermath -> judge(walk, account, aftermath));
  }

  private void judge(WalkKind walk, SimulatedAccount account, Kills.Aftermath aftermath) {
    if (!aftermath.ending().completed()) {
      found(aftermath.how(), Symptom.Stopped.by(aftermath.ending()));
    }
    Audit.of(
            account,
            walk.expected(account),
            walk == WalkKind.RECONCILE && aftermath.ending().proves())
        .forEach(symptom -> found(aftermath.how(), symptom));
  }

  private void found(String when, Symptom symptom) {
    tried.found(new Finding("kill", when, symptom, Remedy.of(subject)));
  }
}
