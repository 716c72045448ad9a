package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Sight;
import dev.tidemark.core.state.Slice;
import dev.tidemark.core.state.Span;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run takes over from its slices once all of them have walked: their batches, what they
 * counted, the highest time that they saw. It goes on from where the last one ended with a query of
 * its own, which shows what was changed while they walked; then it is sealed, published and
 * promoted like any other, from its own beginning on.
 */
final class Join {
  private final ResourcePlan plan;
  private final Ports ports;
  private final Progress whole;
  private final Slices slices;

  private Join(ResourcePlan plan, Ports ports, Progress whole, Slices slices) {
    this.plan = plan;
    this.ports = ports;
    this.whole = whole;
    this.slices = slices;
  }

  /** The join of the run {@code whole} with its slices as they stand now. */
  static Join of(ResourcePlan plan, Ports ports, Progress whole) {
    Slices slices = Slices.of(ports.storage().states(), plan.key(), whole);
    return new Join(plan, ports, whole, slices);
  }

  /** The run with all that its slices have; it stays where it is as long as one still walks. */
  Stride stride() {
    Progress relisted = slices.relisted();
    if (relisted != null) {
      return new Stride(null, relisted, true, new StopReason.OutOfTime());
    }
    if (!slices.areSettled()) {
      return new Stride(null, whole, false, new StopReason.OutOfTime());
    }
    Failure failure = slices.failure();
    if (failure != null) {
      return new Stride(null, whole, false, new StopReason.Broken(failure));
    }
    Progress joined = joined();
    return joined == null
        ? new Stride(null, whole, false, new StopReason.Rejected(Restart.refusedQuery(ports)))
        : new Stride(null, joined, true, new StopReason.Turned());
  }

  /** What the slices have is the run's: nothing of them is needed any more. */
  void done(Progress joined) {
    if (joined.walk().stage() == Stage.SLICED) {
      return;
    }
    ports.listener().on(new LegEvent.Joined(joined));
    slices.tidy(ports.storage().states());
  }

  /** Null where a slice was read by another query or in another form: it cannot be believed. */
  private @Nullable Progress joined() {
    List<Span> spans = new ArrayList<>();
    Tally tally = whole.tally();
    Watermark high = null;
    boolean ordered = true;
    for (Slices.Part part : slices.parts()) {
      Progress walked = walked(part);
      if (!fits(walked, part.slice())) {
        return null;
      }
      spans.addAll(Restart.inherited(walked));
      tally = tally.plus(walked.tally());
      Sight sight = walked.walk().sight();
      high = Watermark.later(high, sight.highWater());
      ordered &= sight.ascending();
    }
    return whole.with(whole.run().inheriting(spans)).with(tally).at(rest(high, ordered));
  }

  private static Progress walked(Slices.Part part) {
    if (part.state().phase() instanceof Phase.Walked(Progress progress)) {
      return progress;
    }
    throw new IllegalStateException("slice " + part.key() + " has not walked to its end");
  }

  private boolean fits(Progress walked, Slice slice) {
    Run run = walked.run();
    return walked.walk().query().hash().equals(plan.queryHash())
        && run.form().equals(whole.run().form())
        && slice.until().equals(run.scope().until());
  }

  /** From the end of the last slice on. */
  private Walk rest(@Nullable Watermark high, boolean ordered) {
    Instant end = whole.run().slicing().slices().getLast().until();
    Instant until = whole.run().scope().until();
    Instant server = whole.walk().serverStart();
    Walk rest =
        Walk.begin(plan.queryHash(), end, until)
            .seen(high, ordered, false, server == null ? whole.run().startedAt() : server)
            .confirming(high);
    return until == null || end.isBefore(until) ? rest : rest.end(null);
  }
}
