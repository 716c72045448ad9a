package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedIndex.Entry;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.Progress;
import java.util.List;

/**
 * What a run must not publish again: what is published already, for a run that publishes
 * differences, and what this run has made durable itself. A range and a trial compare only within
 * themselves; of what is published they know the generations.
 *
 * <p>A run beside this one may have published the same identity meanwhile. Which of the two lines
 * is the newer one cannot be told from here, so that neither counts: the record is published once
 * more when it is seen again.
 */
final class PublishedBefore {
  private final ResourcePlan plan;
  private final Ports ports;

  PublishedBefore(ResourcePlan plan, Ports ports) {
    this.plan = plan;
    this.ports = ports;
  }

  Known load(Ledger ledger) {
    FingerprintTable table = new FingerprintTable(plan.indexBound());
    Progress progress = ledger.progress();
    Generations generations = new Generations(plan, progress.run());
    Meanwhile meanwhile = new Meanwhile(plan.indexBound());
    List<Entry> entries = ports.published().read(plan.key(), plan.schema()).entries();
    if (plan.isOwn(progress.run())) {
      for (Entry entry : entries) {
        own(entry, progress, generations, table, meanwhile);
      }
    } else {
      entries.stream().filter(entry -> entry.raised() > 0).forEach(entry -> raised(entry, table));
    }
    ports
        .sink()
        .fingerprints(
            new RunBatches(plan, ports.sink()).of(progress),
            log ->
                log.forEach((idHigh, idLow, as) -> {
                  boolean told = !meanwhile.contradicts(idHigh, idLow, as.bytes());
                  table.enter(idHigh, idLow, told ? as : as.doubted());
                }));
    return new Known(table, generations);
  }

  private void own(
      Entry entry,
      Progress progress,
      Generations generations,
      FingerprintTable table,
      Meanwhile meanwhile) {
    FingerprintLog log = ports.index().read(entry.segment());
    if (entry.revision() <= progress.run().index()) {
      log.forEach((idHigh, idLow, as) -> table.enter(idHigh, idLow, generations.before(as)));
      return;
    }
    log.forEach((idHigh, idLow, as) -> table.enter(idHigh, idLow, generations.meanwhile(as)));
    meanwhile.add(log);
  }

  /** Every line is news for a run beside the resource's own, whatever is published. */
  private void raised(Entry entry, FingerprintTable table) {
    ports
        .index()
        .read(entry.segment())
        .forEach((idHigh, idLow, as) -> {
          if (as.generation() > 0) {
            table.enter(idHigh, idLow, as.doubted());
          }
        });
  }
}
