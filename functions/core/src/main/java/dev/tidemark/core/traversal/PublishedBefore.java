package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintLog;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.Progress;

/**
 * What a run must not publish again: what is published already, for a run that publishes
 * differences, and what this run has made durable itself. A range and a trial compare only within
 * themselves.
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

  FingerprintTable load(Ledger ledger) {
    FingerprintTable table = new FingerprintTable(plan.indexBound());
    Progress progress = ledger.progress();
    Meanwhile meanwhile = new Meanwhile(plan.indexBound());
    if (plan.isOwn(progress.run())) {
      PublishedIndex index = ports.published().read(plan.key(), plan.schema());
      for (PublishedIndex.Entry entry : index.entries()) {
        FingerprintLog log = ports.index().read(entry.segment());
        log.replayInto(table);
        if (entry.revision() > progress.run().index()) {
          meanwhile.add(log);
        }
      }
    }
    ports
        .sink()
        .fingerprints(
            new RunBatches(plan, ports.sink()).of(progress),
            log ->
                log.forEach((idHigh, idLow, bytes) -> {
                  boolean told = !meanwhile.contradicts(idHigh, idLow, bytes);
                  table.put(idHigh, idLow, told ? bytes : Fingerprint.DOUBT);
                }));
    return table;
  }
}
