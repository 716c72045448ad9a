package dev.tidemark.certify;

import java.util.List;

/** Tries one resource against an API that is made from its definition. */
record Trial(Subject subject) implements Certification.Job {
  @Override
  public Certificate run() {
    Tried tried = new Tried();
    if (walks(tried)) {
      new KillSweep(subject, tried).run();
      new BorderSweep(subject, tried).run();
      new LieSweep(subject, tried).run();
      Taken.forGranted(subject).forEach(tried::note);
    }
    return new Certificate(subject.name(), tried);
  }

  /** Whether it can be walked at all: otherwise every case would say the same. */
  private boolean walks(Tried tried) {
    for (WalkKind walk : WalkKind.values()) {
      if (!walk.applies(subject)) {
        continue;
      }
      SimulatedAccount account = SimulatedAccount.usual(subject);
      walk.prepare(account);
      RunEnd ending = account.stage.drive(walk.event(subject));
      tried.count("undisturbed");
      if (walk == WalkKind.RECONCILE && ending.completed() && !ending.proves()) {
        tried.note("a reconcile proved no delete: " + String.join(", ", ending.warnings()));
      }
      List<Symptom> symptoms =
          ending.completed()
              ? Audit.of(
                  account, walk.expected(account), walk == WalkKind.RECONCILE && ending.proves())
              : List.of(Symptom.Stopped.by(ending));
      Remedy remedy = Remedy.of(subject);
      symptoms.forEach(symptom ->
          tried.found(new Finding("undisturbed", walk.word() + " undisturbed", symptom, remedy)));
    }
    return tried.findings().isEmpty();
  }
}
