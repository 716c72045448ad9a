package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunId;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Lineage;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.RunScope;
import dev.tidemark.core.state.Slicing;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.core.watermark.TimePolicy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that begins, and where in the API it does. */
final class NewRun {
  private NewRun() {}

  static Progress begin(
      ResourcePlan plan, RunRequest request, @Nullable Checkpoint checkpoint, Ports ports) {
    boolean first = checkpoint == null || checkpoint.form().schema() != plan.form().schema();
    Mode mode = request.mode() == Mode.INCREMENTAL && first ? Mode.BACKFILL : request.mode();
    Instant now = ports.timing().now();
    Run asked =
        new Run(
            RunId.draw(now, ports.timing().random()),
            mode,
            now,
            plan.form(),
            new RunScope(
                request.from(),
                request.until(),
                request.maxRecords(),
                request.ids(),
                slicing(plan, request, mode)),
            Lineage.NONE,
            ports.storage().published().read(plan.key(), plan.form().schema()).revision(),
            settings(request));
    Checkpoint known = known(plan, checkpoint, ports);
    Walk walk = walk(plan, asked, known);
    // A run knows the bound that it began with: a closing query and a restart move the walk's.
    Progress begun = Progress.begin(asked.from(walk.query().from()), walk);
    return begun.with(begun.tally().plus(warnings(plan, asked, known)));
  }

  /**
   * The checkpoint with what a reconcile has found out since: a record without a watermark that the
   * resource's own runs could not see, as they ask by time.
   */
  static @Nullable Checkpoint known(
      ResourcePlan plan, @Nullable Checkpoint checkpoint, Ports ports) {
    if (checkpoint == null
        || checkpoint.undated()
        || !plan.time().filtered()
        || !plan.key().variant().isEmpty()) {
      return checkpoint;
    }
    Checkpoint other =
        ports.storage().states().read(plan.key().beside(ResourceKey.RECONCILE)).checkpoint();
    boolean found =
        other != null
            && other.undated()
            && other.form().schema() == plan.form().schema()
            && other.completedAt().isAfter(checkpoint.runStart());
    return found ? checkpoint.withUndated() : checkpoint;
  }

  /** Why an incremental run walks everything. */
  static Warnings warnings(ResourcePlan plan, Run run, @Nullable Checkpoint checkpoint) {
    if (run.mode() != Mode.INCREMENTAL || checkpoint == null) {
      return Warnings.NONE;
    }
    if (plan.hasForgotten(checkpoint, run.startedAt())) {
      return Warnings.of(Warning.RETENTION_PASSED, 1);
    }
    return plan.time().filtered()
            && plan.time().promotion() != Promotion.CURSOR
            && checkpoint.undated()
        ? Warnings.of(Warning.UNDATED_RECORDS, 1)
        : Warnings.NONE;
  }

  /**
   * Only a walk over what was not read before is cut: what changed since a checkpoint is short, and
   * a trial stops early.
   */
  private static Slicing slicing(ResourcePlan plan, RunRequest request, Mode mode) {
    boolean cut =
        mode == Mode.BACKFILL
            && request.maxRecords() == null
            && plan.sliceable()
            && !plan.key().isSlice();
    return cut ? Slicing.of(Math.min(request.slices(), Slicing.MOST_WORKERS)) : Slicing.NONE;
  }

  private static List<String> settings(RunRequest request) {
    return request.settings().entrySet().stream()
        .map(setting -> setting.getKey() + "=" + setting.getValue())
        .sorted()
        .toList();
  }

  /**
   * Where {@code run} begins: an incremental one where its checkpoint says, any other at its own
   * lower bound.
   */
  static Walk walk(ResourcePlan plan, Run run, @Nullable Checkpoint checkpoint) {
    return switch (run.mode()) {
      case BACKFILL -> Walk.begin(plan.queryHash(), run.scope().from(), run.scope().until());
      case RECONCILE -> Walk.begin(plan.queryHash(), null, null);
      case REFRESH -> Walk.begin(plan.queryHash(), null, null, Stage.SINGLE);
      case INCREMENTAL ->
          checkpoint == null
              ? Walk.begin(plan.queryHash(), run.scope().from(), run.scope().until())
              : since(plan, run, checkpoint);
    };
  }

  private static Walk since(ResourcePlan plan, Run run, Checkpoint checkpoint) {
    if (plan.hasForgotten(checkpoint, run.startedAt())) {
      return Walk.begin(plan.queryHash(), null, null);
    }
    String bookmark = checkpoint.bookmark().cursor();
    if (plan.time().promotion() != Promotion.CURSOR || bookmark == null) {
      return Walk.begin(plan.queryHash(), lowerBound(plan.time(), checkpoint), null);
    }
    if (run.lineage().restarts() == 0
        && checkpoint.bookmark().queryHash().equals(plan.queryHash())) {
      return Walk.begin(plan.queryHash(), null, null)
          .at(new Cursor(bookmark, checkpoint.runStart()));
    }
    Instant recovery = checkpoint.bookmark().recoveryTime();
    Instant from = recovery == null ? checkpoint.runStart() : recovery;
    return Walk.begin(plan.queryHash(), from.minus(TimePolicy.RECOVERY_MARGIN), null);
  }

  /** A filter by time never shows a record without one, so that nothing is left but to read all. */
  private static @Nullable Instant lowerBound(TimePolicy time, Checkpoint checkpoint) {
    return checkpoint.undated()
        ? null
        : time.lowerBound(checkpoint.watermark(), checkpoint.runStart());
  }
}
