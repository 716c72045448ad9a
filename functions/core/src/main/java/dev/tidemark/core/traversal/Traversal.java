package dev.tidemark.core.traversal;

import dev.tidemark.core.lake.Batch;
import dev.tidemark.core.lake.BatchKey;
import dev.tidemark.core.lake.BatchSink.Put;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.publish.Publication;
import dev.tidemark.core.publish.RejectLimit;
import dev.tidemark.core.source.SourceReader;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Ledger;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.Walk;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * One leg of a run: takes over what earlier owners made durable, reads pages, stores each batch,
 * moves the progress past it, and at the end seals, publishes and promotes.
 *
 * <p>The order is the product. A batch is durable before the progress moves past it, so that a leg
 * killed anywhere leaves a place to resume at; the progress moves by conditional write, so that of
 * two legs only one continues; and the next batch is stored only after the progress has moved past
 * the last. Reading ahead changes nothing durable and is free.
 */
public final class Traversal {
  private final ResourcePlan plan;
  private final SourceReader source;
  private final Ports ports;
  private final Publication publication;

  public Traversal(ResourcePlan plan, SourceReader source, Ports ports) {
    this.plan = plan;
    this.source = source;
    this.ports = ports;
    this.publication = new Publication(plan, ports);
  }

  /** Runs one leg of the run that {@code ledger} holds, until its end or the budget's. */
  public LegOutcome run(Ledger ledger, Budget budget) throws InterruptedException {
    while (true) {
      if (step(ledger, budget) instanceof Next.End(LegOutcome outcome)) {
        return outcome;
      }
    }
  }

  private Next<LegOutcome> step(Ledger ledger, Budget budget) throws InterruptedException {
    if (ledger.held().phase() instanceof Phase.Sealed(Seal seal)) {
      return Next.end(publication.publish(ledger, seal));
    }
    if (!adopt(ledger)) {
      return fenced();
    }
    if (!isOfThisPlan(ledger.progress())) {
      return restart(ledger, ledger.progress(), Restart.refusedQuery(ports));
    }
    if (Cutting.isDue(ledger.progress())) {
      Cutting cutting = new Cutting(plan, source.list(), ports);
      return turned(ledger, cutting.cut(ledger.progress(), budget), cutting::done);
    }
    if (ledger.progress().walk().stage() == Stage.SLICED) {
      Join join = Join.of(plan, ports, ledger.progress());
      return turned(ledger, join.stride(), join::done);
    }
    return ledger.progress().walk().position().ended() ? seal(ledger) : read(ledger, budget);
  }

  /** Makes a stride durable that has no batch. */
  private Next<LegOutcome> turned(Ledger ledger, Stride stride, Consumer<Progress> done) {
    if (stride.moved()) {
      if (!ledger.advance(stride.after())) {
        return fenced();
      }
      done.accept(stride.after());
    }
    return conclude(ledger, stride);
  }

  private static Next<LegOutcome> fenced() {
    return Next.end(new LegOutcome.Fenced());
  }

  /**
   * Moves the progress past every batch that is already durable; false if another owner took over.
   */
  private boolean adopt(Ledger ledger) {
    while (true) {
      Progress progress = ledger.progress();
      StoredBatch stored = ports.storage().sink().find(keyAfter(progress));
      if (stored == null) {
        return true;
      }
      if (!adopt(ledger, stored)) {
        return false;
      }
    }
  }

  private boolean adopt(Ledger ledger, StoredBatch stored) {
    Progress progress = ledger.progress();
    if (!stored.continues(progress)) {
      throw new IllegalStateException(
          "the object "
              + stored.key()
              + " is not the batch that run "
              + progress.run().id()
              + " comes to next: it was read from another place. Nothing was changed; cancel the"
              + " run to abandon it");
    }
    Progress after = stored.after();
    Progress adopted =
        new Progress(progress.run(), after.span(), after.walk(), after.tally(), progress.legs());
    if (!ledger.advance(adopted)) {
      return false;
    }
    ports.listener().on(new LegEvent.BatchAdopted(stored.key(), adopted));
    return true;
  }

  /** Reads and stores. */
  private Next<LegOutcome> read(Ledger ledger, Budget budget) throws InterruptedException {
    Reading reading = Reading.begin(plan, source, ports, ledger.progress(), budget);
    if (reading == null) {
      return unread(ledger, budget);
    }
    ExecutorService compressor = ReadAhead.compressor();
    Assembler assembler =
        new Assembler(plan, reading.pages(), ports, budget, reading.known(), compressor);
    try (ReadAhead ahead = new ReadAhead(compressor, assembler, ledger.progress())) {
      while (true) {
        Stride stride = ahead.next(budget);
        if (stride == null) {
          return handOver(ledger, ledger.progress());
        }
        switch (store(ledger, stride)) {
          case FENCED -> {
            return fenced();
          }
          case ADOPTED -> {
            return ahead.breakOff() ? Next.another() : handOver(ledger, ledger.progress());
          }
          case DONE -> {}
        }
        if (!(stride.stop() instanceof StopReason.Full)) {
          return conclude(ledger, stride);
        }
      }
    }
  }

  private enum Step {
    DONE,
    ADOPTED,
    FENCED
  }

  /** Makes a stride durable: first its batch, then the progress. */
  private Step store(Ledger ledger, Stride stride) {
    Batch batch = stride.batch();
    if (batch != null) {
      if (ports.storage().sink().put(batch) instanceof Put.Present(StoredBatch other)) {
        return adopt(ledger, other) ? Step.ADOPTED : Step.FENCED;
      }
    }
    if (batch == null && !stride.moved()) {
      // What was spent without a page is no progress; it is counted by the write that ends the leg.
      return Step.DONE;
    }
    if (!ledger.advance(stride.after())) {
      return Step.FENCED;
    }
    if (batch != null) {
      ports.listener().on(new LegEvent.BatchStored(batch.key().path(), stride.after()));
    }
    return Step.DONE;
  }

  /** What the last stride of a leg comes to. */
  private Next<LegOutcome> conclude(Ledger ledger, Stride stride) {
    Progress after = stride.after();
    return switch (stride.stop()) {
      case StopReason.Full() -> throw new IllegalStateException("reading continued");
      case StopReason.Turned() -> Next.another();
      case StopReason.Ended() -> seal(ledger);
      case StopReason.OutOfTime() -> handOver(ledger, after);
      case StopReason.Throttled(var until, String reason) ->
          ledger.waitUntil(after, until, reason)
              ? Next.end(new LegOutcome.Waiting(after, until, reason))
              : fenced();
      case StopReason.Rejected(Failure failure) -> restart(ledger, after, failure);
      case StopReason.Broken(Failure failure) -> fail(ledger, after, failure);
      case StopReason.Unfiltered(Failure refusal) -> readEverything(ledger, after, refusal);
      case StopReason.Implausible(Failure failure) -> failAndRestart(ledger, after, failure, false);
    };
  }

  private Next<LegOutcome> seal(Ledger ledger) {
    Progress progress = ledger.progress();
    if (plan.key().isSlice()) {
      // Whether what was read is fit to be published is for the whole to say.
      return ledger.walked(progress) ? Next.end(new LegOutcome.Walked(progress)) : fenced();
    }
    Instant now = ports.timing().now();
    Failure unfit = RejectLimit.exceeded(progress, now);
    if (unfit != null) {
      return fail(ledger, progress, unfit);
    }
    Failure unread = UnreadableTimes.blocking(plan, progress, source.list().unread(), now);
    if (unread != null) {
      // By the definition as it will be corrected, the pages that were read say something else.
      return failAndRestart(ledger, progress, unread, false);
    }
    Seal seal = Promotions.seal(plan, progress, ledger.held().checkpoint(), now);
    if (!ledger.seal(seal)) {
      return fenced();
    }
    ports.listener().on(new LegEvent.SealedRun(progress));
    return Next.another();
  }

  /**
   * Continues the same run without the bound that the API rejected. The next key is skipped: an
   * earlier owner may still store there what it read with the bound.
   */
  private Next<LegOutcome> readEverything(Ledger ledger, Progress after, Failure refusal) {
    Walk all = Walk.begin(plan.queryHash(), null, after.walk().query().until());
    Progress restarted = after.at(all).with(after.span().hole());
    if (!ledger.advance(restarted)) {
      return fenced();
    }
    ports.listener().on(new LegEvent.ReadsEverything(refusal.reason()));
    return Next.another();
  }

  /** Fails a run that cannot continue from where it is: the next leg begins another run. */
  private Next<LegOutcome> failAndRestart(
      Ledger ledger, Progress lost, Failure failure, boolean believed) {
    Progress restarted =
        new Restart(plan, ports).afterFailure(lost, ledger.held().checkpoint(), believed);
    return ledger.fail(restarted, failure)
        ? Next.end(new LegOutcome.Failed(lost, failure))
        : fenced();
  }

  /** Replaces the run by one that starts over. */
  private Next<LegOutcome> restart(Ledger ledger, Progress lost, Failure why) {
    Progress replacement = new Restart(plan, ports).of(lost, ledger.held().checkpoint());
    if (replacement == null) {
      String reason =
          why.reason() + " (restarted " + lost.run().lineage().restarts() + " times in a row)";
      return failAndRestart(ledger, lost, new Failure(reason, why.requestId(), why.at()), true);
    }
    if (!ledger.restart(replacement)) {
      return fenced();
    }
    ports.listener().on(new LegEvent.Restarted(replacement, why.reason()));
    return Next.another();
  }

  private Next<LegOutcome> handOver(Ledger ledger, Progress progress) {
    return ledger.handOver(progress) ? Next.end(new LegOutcome.HandedOver(progress)) : fenced();
  }

  /** The leg had to end while it loaded what the run compares with. */
  private Next<LegOutcome> unread(Ledger ledger, Budget budget) {
    if (budget.stop().getAsBoolean()) {
      return handOver(ledger, ledger.progress());
    }
    return ledger.handOverUnread()
        ? Next.end(new LegOutcome.HandedOver(ledger.progress()))
        : fenced();
  }

  private Next<LegOutcome> fail(Ledger ledger, Progress progress, Failure failure) {
    return ledger.fail(progress, failure)
        ? Next.end(new LegOutcome.Failed(progress, failure))
        : fenced();
  }

  private BatchKey keyAfter(Progress progress) {
    return BatchKey.of(
        plan.key(), progress.run().form().schema(), progress.span(), progress.span().last() + 1);
  }

  /** A cursor belongs to its query, and an object to its schema. */
  private boolean isOfThisPlan(Progress progress) {
    return progress.walk().query().hash().equals(plan.queryHash())
        && progress.run().form().schema() == plan.form().schema();
  }
}
