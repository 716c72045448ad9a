package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.Progress;

/**
 * What a run must not publish again: what earlier runs published, for a run that builds on them,
 * and what this run has made durable itself. A range and a trial compare only within themselves.
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
    Checkpoint checkpoint = ledger.held().checkpoint();
    if (checkpoint != null && checkpoint.schema() == plan.schema() && progress.run().promotes()) {
      for (IndexSegment segment : checkpoint.index()) {
        ports.index().read(segment).replayInto(table);
      }
    }
    ports
        .sink()
        .fingerprints(
            new RunBatches(plan, ports.sink()).of(progress), log -> log.replayInto(table));
    return table;
  }
}
