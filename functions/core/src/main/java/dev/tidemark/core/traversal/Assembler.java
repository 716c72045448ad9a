package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.LegEvent;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.publish.Deduplicator;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.CursorRejected;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.FilterRefused;
import dev.tidemark.core.source.PageOutcome.Implausible;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageOutcome.Unasked;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages into one batch after the other. It never writes: what it gives out is what a leg may
 * store, and whatever it has read ahead is lost without harm.
 */
final class Assembler {
  /** A wait longer than this is not spent with pages in memory that are not durable. */
  private static final Duration SHORT_WAIT = Duration.ofSeconds(2);

  /**
   * The first batch of a leg is stored early, so that legs that are killed young still get ahead.
   */
  private static final Duration FIRST_BATCH = Duration.ofSeconds(2);

  private final ResourcePlan plan;
  private final PageReader reader;
  private final Ports ports;
  private final Budget budget;
  private final Deduplicator known;
  private final Executor compressor;

  private int failures;
  private int throttles;
  private boolean readAny;
  private boolean gaveAny;
  private Stage draftStage = Stage.LIST;
  private @Nullable Wait ahead;

  private record Wait(Instant until, String reason, boolean announced) {}

  Assembler(
      ResourcePlan plan,
      PageReader reader,
      Ports ports,
      Budget budget,
      Deduplicator known,
      Executor compressor) {
    this.plan = plan;
    this.reader = reader;
    this.ports = ports;
    this.budget = budget;
    this.known = known;
    this.compressor = compressor;
  }

  /** Reads the next stride on top of {@code progress}. */
  Stride next(Progress progress) throws InterruptedException {
    try (BatchDraft draft = new BatchDraft(plan, progress, known, compressor)) {
      Instant begun = ports.timing().now();
      while (true) {
        if (step(draft, begun) instanceof Next.End(StopReason stop)) {
          gaveAny = true;
          return draft.finish(stop);
        }
      }
    }
  }

  /** One attempt at one page. */
  private Next<StopReason> step(BatchDraft draft, Instant begun) throws InterruptedException {
    if (ahead != null) {
      return waitBefore(draft, ahead);
    }
    if (budget.spent() && readAny) {
      return Next.end(new StopReason.OutOfTime());
    }
    readAny = true;
    Walk walk = draft.after().walk();
    draftStage = walk.stage();
    Instant asked = ports.timing().now();
    draft.begin(asked);
    PageOutcome outcome;
    try {
      outcome =
          reader.read(
              new PageRequest(
                  walk.query().from(),
                  walk.query().until(),
                  walk.position().cursor(),
                  budget.pageLimit()),
              draft);
    } catch (InterruptedException e) {
      draft.rollback();
      if (budget.stop().getAsBoolean()) {
        return Next.end(new StopReason.OutOfTime());
      }
      throw e;
    }
    if (!(outcome instanceof Delivered || outcome instanceof Unasked)) {
      draft.rollback();
    }
    return switch (outcome) {
      case Delivered delivered -> delivered(draft, delivered, 1, begun);
      case Unasked(String next, var warnings) ->
          delivered(draft, new Delivered(next, null, null, asked, warnings), 0, begun);
      case Throttled throttled -> throttled(draft, throttled);
      case Unavailable(String reason, String requestId) -> unavailable(draft, reason, requestId);
      case CursorRejected(String reason, String requestId) -> {
        draft.spend(1, 0, 0, 0);
        yield Next.end(
            new StopReason.Rejected(new Failure(reason, requestId, ports.timing().now())));
      }
      case FilterRefused(String reason, String requestId) -> {
        draft.spend(1, 0, 0, 0);
        yield Next.end(
            new StopReason.Unfiltered(new Failure(reason, requestId, ports.timing().now())));
      }
      case Implausible(String reason) ->
          Next.end(new StopReason.Implausible(new Failure(reason, null, ports.timing().now())));
      case Refused(String reason, String requestId) -> {
        draft.spend(1, 0, 0, 0);
        yield broken(reason, requestId);
      }
    };
  }

  private Next<StopReason> delivered(BatchDraft draft, Delivered page, int calls, Instant begun)
      throws InterruptedException {
    Cursor sent = draft.after().walk().position().cursor();
    String next = page.next();
    if (next != null) {
      if (sent != null && next.equals(sent.text())) {
        draft.rollback();
        return broken("the API gave the cursor that was sent as the next one", page.requestId());
      }
      if (draft.closes(next)) {
        draft.rollback();
        return broken("the API's cursors go in circles", page.requestId());
      }
    }
    if (draft.repeats(page)) {
      draft.rollback();
      // The positions behind the repeated pages were never shown: nothing may continue from there.
      return Next.end(
          new StopReason.Implausible(
              new Failure(
                  "the API repeats pages that this walk has already seen: the position that is"
                      + " asked for has no effect; check the pagination's parameter and where it"
                      + " ends",
                  page.requestId(),
                  ports.timing().now())));
    }
    String tooFew = draft.whole(page).problem();
    if (tooFew != null) {
      draft.rollback();
      draft.spend(calls, 0, 0, 0);
      return Next.end(
          new StopReason.Implausible(new Failure(tooFew, page.requestId(), ports.timing().now())));
    }
    draft.commit(page, calls);
    failures = 0;
    throttles = 0;
    Progress after = draft.after();
    ports
        .listener()
        .on(
            new LegEvent.PageRead(
                after.tally().pages(), after.tally().records().lines(), page.requestId()));
    Long trial = after.run().scope().maxRecords();
    if (trial != null && after.tally().records().lines() >= trial) {
      draft.end();
    }
    Walk walk = draft.after().walk();
    if (walk.position().ended()) {
      return Next.end(new StopReason.Ended());
    }
    if (walk.stage() == Stage.VANISHED && draftStage != Stage.VANISHED) {
      return Next.end(new StopReason.Turned());
    }
    return isFull(draft, begun) ? Next.end(new StopReason.Full()) : Next.another();
  }

  private boolean isFull(BatchDraft draft, Instant begun) {
    Instant now = ports.timing().now();
    boolean early = !gaveAny && !now.isBefore(begun.plus(FIRST_BATCH));
    return early || draft.isFull(begun, now);
  }

  private Next<StopReason> throttled(BatchDraft draft, Throttled throttled) {
    Instant now = ports.timing().now();
    Instant until = throttled.until();
    if (throttled.asked()) {
      throttles++;
      draft.spend(1, 1, 0, 0);
      if (!until.isAfter(now)) {
        until = now.plus(Retry.THROTTLED.after(throttles, ports.timing().random()));
      }
    }
    String reason = throttled.asked() ? "rate limited (429)" : "held back by the configured rate";
    ahead = new Wait(until, reason, false);
    return Next.another();
  }

  private Next<StopReason> unavailable(
      BatchDraft draft, String reason, @Nullable String requestId) {
    failures++;
    if (Retry.PAGE.exhausted(failures)) {
      draft.spend(1, 0, 0, 0);
      return broken(reason + " (gave up after " + failures + " attempts)", requestId);
    }
    draft.spend(1, 0, 1, 0);
    Instant until = ports.timing().now().plus(Retry.PAGE.after(failures, ports.timing().random()));
    ports
        .listener()
        .on(new LegEvent.Retries(failures, Retry.PAGE.attempts(), until, reason, requestId));
    ahead = new Wait(until, reason, true);
    return Next.another();
  }

  /** Waits inside the leg, or ends the stride so that what was read becomes durable first. */
  private Next<StopReason> waitBefore(BatchDraft draft, Wait wait) throws InterruptedException {
    Instant now = ports.timing().now();
    if (!wait.until().isAfter(now)) {
      ahead = null;
      return Next.another();
    }
    if (!budget.fits(wait.until())) {
      if (budget.stop().getAsBoolean()) {
        return Next.end(new StopReason.OutOfTime());
      }
      ports.listener().on(new LegEvent.Waits(wait.until(), wait.reason()));
      return Next.end(new StopReason.Throttled(wait.until(), wait.reason()));
    }
    Duration left = Duration.between(now, wait.until());
    if (draft.pages() > 0 && left.compareTo(SHORT_WAIT) > 0) {
      return Next.end(new StopReason.Full());
    }
    if (!wait.announced()) {
      ports.listener().on(new LegEvent.Waits(wait.until(), wait.reason()));
    }
    ports.timing().pause().pause(left);
    draft.spend(0, 0, 0, left.toMillis());
    return Next.another();
  }

  private Next<StopReason> broken(String reason, @Nullable String requestId) {
    return Next.end(new StopReason.Broken(new Failure(reason, requestId, ports.timing().now())));
  }
}
