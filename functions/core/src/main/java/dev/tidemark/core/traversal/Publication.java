package dev.tidemark.core.traversal;

import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Transitions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a sealed run: its fingerprints, then its manifest, then its checkpoint. Each step gives
 * the same bytes when it is done again, so that a leg killed between two of them is taken up by
 * doing all of them.
 */
final class Publication {
  private final ResourcePlan plan;
  private final Ports ports;

  Publication(ResourcePlan plan, Ports ports) {
    this.plan = plan;
    this.ports = ports;
  }

  LegOutcome publish(Ledger ledger, Seal seal) {
    List<StoredBatch> batches = new RunBatches(plan, ports.sink()).of(seal.progress());
    List<Manifest.Entry> objects =
        batches.stream().filter(batch -> batch.count() > 0).map(Manifest.Entry::of).toList();
    List<IndexSegment> index = index(seal, batches);
    Manifest manifest = new Manifest(plan.key(), seal, objects, index);
    ports.sink().publish(manifest);
    Checkpoint promoted = promoted(seal, index);
    return ledger.record(Transitions.complete(ledger.held(), promoted))
        ? new LegOutcome.Completed(manifest)
        : new LegOutcome.Fenced();
  }

  private List<IndexSegment> index(Seal seal, List<StoredBatch> batches) {
    IndexWriter writer =
        new IndexWriter(ports.index(), plan.key(), "run=" + seal.progress().run().id());
    ports.sink().fingerprints(batches, writer::add);
    return writer.finish();
  }

  private @Nullable Checkpoint promoted(Seal seal, List<IndexSegment> added) {
    Checkpoint checkpoint = seal.checkpoint();
    if (checkpoint == null) {
      return null;
    }
    IndexMerge merge = new IndexMerge(plan, ports.index());
    List<IndexSegment> index = checkpoint.index();
    for (IndexSegment segment : added) {
      index = merge.append(index, segment);
    }
    return checkpoint.with(index);
  }
}
