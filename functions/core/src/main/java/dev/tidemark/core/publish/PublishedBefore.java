package dev.tidemark.core.publish;

import dev.tidemark.core.fingerprint.Fingerprint;
import dev.tidemark.core.fingerprint.FingerprintTable;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.plan.RunBatches;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run must not publish again: what is published already, for a run that publishes
 * differences, and what this run has made durable itself. A range and a trial compare only within
 * themselves: every line is news to them, and of what is published they know the generations.
 *
 * <p>A run beside this one may have published the same identity meanwhile. Which of the two lines
 * is the newer one cannot be decided here, so that neither counts: the record is published once
 * more when it is seen again.
 */
public final class PublishedBefore {
  private final ResourcePlan plan;
  private final Ports ports;
  private final IndexLoad load;

  public PublishedBefore(ResourcePlan plan, Ports ports, IndexLoad load) {
    this.plan = plan;
    this.ports = ports;
    this.load = load;
  }

  /** Loads it; null if the leg has to end before. */
  public @Nullable Deduplicator load(Progress progress) {
    Run run = progress.run();
    boolean own = plan.compares(run);
    FingerprintTable table = load.table();
    Generations generations = new Generations(plan, run);
    if (!(own ? load.all(run, generations, table) : load.raised(table))) {
      return null;
    }
    long there = own ? there(table) : 0;
    List<StoredBatch> batches = new RunBatches(plan, ports.storage().sink()).of(progress);
    FingerprintTable others = load.table();
    boolean compares = own && !batches.isEmpty();
    if (load.isOver() || (compares && !load.since(run.index(), others))) {
      return null;
    }
    mine(ports.storage().sink(), batches, new Meanwhile(others), table);
    others.clear();
    return new Deduplicator(table, generations, there);
  }

  private static long there(FingerprintTable table) {
    long[] count = {0};
    table.forEach((_, _, as) -> count[0] += Fingerprint.gone(as.bytes()) ? 0 : 1);
    return count[0];
  }

  private static void mine(
      BatchSink sink, List<StoredBatch> batches, Meanwhile meanwhile, FingerprintTable table) {
    sink.fingerprints(
        batches,
        log ->
            log.forEach((idHigh, idLow, as) -> {
              boolean certain = !meanwhile.contradicts(idHigh, idLow, as.bytes());
              table.enter(idHigh, idLow, certain ? as : as.doubted());
            }));
  }
}
