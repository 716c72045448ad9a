package dev.tidemark.core.plan;

import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Span;
import java.util.ArrayList;
import java.util.List;

/** The durable batches that a run consists of, those that it inherited first. */
public final class RunBatches {
  private final ResourcePlan plan;
  private final BatchSink sink;

  public RunBatches(ResourcePlan plan, BatchSink sink) {
    this.plan = plan;
    this.sink = sink;
  }

  /** The batches that {@code progress} counts, those of the runs that it restarted included. */
  public List<StoredBatch> of(Progress progress) {
    List<Span> spans = new ArrayList<>(progress.run().lineage().inherited());
    spans.add(progress.span());
    List<BatchKey> keys = new ArrayList<>();
    for (Span span : spans) {
      span.sequences()
          .forEach(n -> keys.add(BatchKey.of(plan.key(), progress.run().form().schema(), span, n)));
    }
    return keys.isEmpty() ? List.of() : sink.findAll(keys);
  }
}
