package dev.tidemark.aws.telemetry;

import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Measures the legs of one resource.
 *
 * <p>What is counted is what became durable, when it did: a leg that is killed has reported all but
 * its last batch, and the leg that adopts that batch reports it, so that nothing is counted twice
 * and nothing is lost.
 */
public final class LegMetrics implements LegListener {
  private final ResourceKey key;
  private final Meter meter;
  private Tally reported = Tally.ZERO;

  public LegMetrics(ResourceKey key, Meter meter) {
    this.key = key;
    this.meter = meter;
  }

  @Override
  public synchronized void on(LegEvent event) {
    switch (event) {
      case LegEvent.Begun(Progress progress) -> reported = progress.tally();
      case LegEvent.BatchStored(String _, Progress progress) -> tell(progress, 0);
      case LegEvent.BatchAdopted(String _, Progress progress) -> tell(progress, 0);
      case LegEvent.Restarted(Progress replacement, String _) -> restarted(replacement.tally());
      case LegEvent.Joined(Progress progress) -> reported = progress.tally();
      case LegEvent.Ended(LegOutcome outcome) -> ended(outcome);
      case LegEvent.PageRead _,
          LegEvent.Waits _,
          LegEvent.Retries _,
          LegEvent.ReadsEverything _,
          LegEvent.Cut _,
          LegEvent.SealedRun _ -> {}
    }
  }

  /** A run that starts over counts from zero; one that keeps its batches continues counting. */
  private void restarted(Tally replacement) {
    if (replacement.equals(Tally.ZERO)) {
      reported = replacement;
    }
  }

  private void ended(LegOutcome outcome) {
    switch (outcome) {
      case LegOutcome.Completed(var manifest) -> tell(manifest.seal().progress(), 0);
      case LegOutcome.Walked(Progress progress) -> tell(progress, 0);
      case LegOutcome.HandedOver(Progress progress) -> tell(progress, 0);
      case LegOutcome.Waiting(var progress, var _, var _) -> tell(progress, 0);
      case LegOutcome.Failed(Progress progress, var _) -> tell(progress, 1);
      case LegOutcome.Refused _ -> EmfLine.by(meter, key).count("failures", 1).write();
      case LegOutcome.NotDue _,
          LegOutcome.Held _,
          LegOutcome.Fenced _,
          LegOutcome.Paused _,
          LegOutcome.Nothing _ -> {}
    }
  }

  private void tell(@Nullable Progress progress, int failures) {
    if (progress == null || (progress.tally().equals(reported) && failures == 0)) {
      return;
    }
    Tally now = progress.tally();
    EmfLine.by(meter, key)
        .count("records", now.records().lines() - reported.records().lines())
        .count("pages", now.pages() - reported.pages())
        .count("batches", now.stored().batches() - reported.stored().batches())
        .bytes("bytes", now.stored().bytes() - reported.stored().bytes())
        .count("duplicates", now.records().duplicates() - reported.records().duplicates())
        .count("rejected", now.records().rejected() - reported.records().rejected())
        .count("throttled", now.calls().throttled() - reported.calls().throttled())
        .millis("waited", now.calls().waitedMillis() - reported.calls().waitedMillis())
        .count("failures", failures)
        .write();
    reported = now;
  }
}
