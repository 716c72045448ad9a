package dev.tidemark.core.publish;

import dev.tidemark.core.fingerprint.IndexSegment;
import dev.tidemark.core.lake.Manifest;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.plan.RunBatches;
import dev.tidemark.core.publish.IndexWriter.Written;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.Seal;
import java.util.List;

/**
 * Publishes a sealed run: its fingerprints, then its manifest, then the index of what is published,
 * then its checkpoint. Each step gives the same bytes when it is done again, so that after a leg
 * killed between two of them the next one does all of them.
 */
public final class Publication {
  private final ResourcePlan plan;
  private final Ports ports;

  public Publication(ResourcePlan plan, Ports ports) {
    this.plan = plan;
    this.ports = ports;
  }

  /** Publishes the run that {@code seal} closed, or ends as fenced. */
  public LegOutcome publish(Ledger ledger, Seal seal) {
    List<StoredBatch> batches = new RunBatches(plan, ports.storage().sink()).of(seal.progress());
    List<Manifest.Entry> objects =
        batches.stream().filter(batch -> batch.count() > 0).map(Manifest.Entry::of).toList();
    List<Written> index = index(seal, batches);
    List<IndexSegment> segments = index.stream().map(Written::segment).toList();
    Manifest manifest = new Manifest(plan.key(), seal, objects, segments, plan.time().versions());
    ports.storage().sink().publish(manifest);
    new IndexEntry(plan, ports).enter(seal.progress().run(), index);
    return ledger.complete(seal.checkpoint())
        ? new LegOutcome.Completed(manifest)
        : new LegOutcome.Fenced();
  }

  private List<Written> index(Seal seal, List<StoredBatch> batches) {
    IndexWriter writer =
        new IndexWriter(ports.storage().index(), plan.key(), seal.progress().run().id().value());
    ports.storage().sink().fingerprints(batches, writer::add);
    return writer.finish();
  }
}
