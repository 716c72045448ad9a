package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunId;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Span;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.TimePolicy;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run that takes over from one whose cursor or query was rejected. An ascending walk continues
 * from the durable high-water that a later page has confirmed, and keeps what it has; any other
 * starts over, and the abandoned objects are listed by no manifest.
 */
final class Restart {
  private static final int MAX_IN_A_ROW = 3;

  private final ResourcePlan plan;
  private final Ports ports;

  Restart(ResourcePlan plan, Ports ports) {
    this.plan = plan;
    this.ports = ports;
  }

  /** Why a run starts over that was read as an earlier definition said. */
  static Failure refusedQuery(Ports ports) {
    return new Failure(
        "the definition's query has changed since the run began", null, ports.timing().now());
  }

  /** The replacement of {@code lost}; null if that was restarted too often. */
  @Nullable Progress of(Progress lost, @Nullable Checkpoint checkpoint) {
    Run run = lost.run();
    return run.lineage().restarts() >= MAX_IN_A_ROW
        ? null
        : replace(lost, checkpoint, keeps(lost), run.lineage().restarts() + 1);
  }

  /**
   * What can be resumed of {@code lost}, which has failed: a run in place of it, so that it does
   * not meet the same rejection again.
   *
   * @param believed whether what it read counts, where its walk may continue from there
   */
  Progress afterFailure(Progress lost, @Nullable Checkpoint checkpoint, boolean believed) {
    return replace(lost, checkpoint, believed && keeps(lost), 0);
  }

  private Progress replace(Progress lost, @Nullable Checkpoint checkpoint, boolean keeps, int row) {
    Run run = lost.run();
    Instant now = ports.timing().now();
    Run next =
        run.replacedBy(
            RunId.draw(now, ports.timing().random()),
            now,
            plan.form().schema(),
            row,
            keeps ? inherited(lost) : List.of());
    Checkpoint known = NewRun.known(plan, checkpoint, ports);
    Progress fresh = Progress.begin(next, walk(lost, next, keeps, known));
    Progress counted =
        fresh.with(keeps ? lost.tally() : fresh.tally().plus(NewRun.warnings(plan, next, known)));
    return new Progress(next, counted.span(), counted.walk(), counted.tally(), lost.legs());
  }

  private boolean keeps(Progress lost) {
    Walk walk = lost.walk();
    // What a reconcile saw counts from its own beginning on.
    return lost.run().mode() != Mode.RECONCILE
        && plan.time().ascending()
        && plan.time().filtered()
        && walk.sight().ascending()
        && walk.sight().confirmed() != null
        && lost.run().form().schema() == plan.form().schema();
  }

  private Walk walk(Progress lost, Run next, boolean keeps, @Nullable Checkpoint checkpoint) {
    Walk old = lost.walk();
    Watermark high = old.sight().confirmed();
    Walk restarted = NewRun.walk(plan, next, checkpoint);
    if (!keeps || high == null) {
      return restarted;
    }
    Instant behind = high.at().minus(TimePolicy.RECOVERY_MARGIN);
    Instant from =
        restarted.query().from() != null && restarted.query().from().isAfter(behind)
            ? restarted.query().from()
            : behind;
    Walk begun = Walk.begin(plan.queryHash(), from, old.query().until());
    return begun.seen(high, true, false, startOf(lost)).confirming(high);
  }

  /** The older start counts: what changed since then has to be read again. */
  private static Instant startOf(Progress lost) {
    Instant server = lost.walk().serverStart();
    return server == null ? lost.run().startedAt() : server;
  }

  /** The batches of {@code lost}, those that it inherited first. */
  static List<Span> inherited(Progress lost) {
    List<Span> spans = new ArrayList<>(lost.run().lineage().inherited());
    if (lost.span().last() > 0) {
      spans.add(lost.span());
    }
    return spans;
  }
}
