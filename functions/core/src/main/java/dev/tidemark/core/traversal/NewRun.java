package dev.tidemark.core.traversal;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunId;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.Promotion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that begins, and where in the API it does. */
final class NewRun {
  private NewRun() {}

  static Progress begin(
      ResourcePlan plan, RunRequest request, @Nullable Checkpoint checkpoint, Ports ports) {
    Instant now = ports.clock().instant();
    boolean first = checkpoint == null || checkpoint.schema() != plan.schema();
    Mode mode = request.mode() == Mode.INCREMENTAL && first ? Mode.BACKFILL : request.mode();
    RunId id = RunId.draw(now, ports.random());
    Instant from = request.from();
    Run asked = run(plan, request, id, now, mode, from);
    Walk walk = walk(plan, asked, checkpoint);
    return Progress.begin(run(plan, request, id, now, mode, walk.from()), walk);
  }

  /**
   * A run knows the lower bound that it began with: a closing query and a restart move the walk's.
   */
  private static Run run(
      ResourcePlan plan,
      RunRequest request,
      RunId id,
      Instant now,
      Mode mode,
      @Nullable Instant from) {
    return new Run(
        id,
        mode,
        now,
        plan.schema(),
        from,
        request.until(),
        request.maxRecords(),
        null,
        0,
        List.of());
  }

  /**
   * Where {@code run} begins: an incremental one where its checkpoint says, any other at its own
   * lower bound.
   */
  static Walk walk(ResourcePlan plan, Run run, @Nullable Checkpoint checkpoint) {
    if (run.mode() != Mode.INCREMENTAL || checkpoint == null) {
      return Walk.begin(plan.queryHash(), run.from(), run.until());
    }
    String bookmark = checkpoint.cursor();
    if (plan.time().promotion() == Promotion.CURSOR && bookmark != null && run.restarts() == 0) {
      return Walk.begin(plan.queryHash(), null, null)
          .from(new Cursor(bookmark, checkpoint.runStart()));
    }
    return Walk.begin(
        plan.queryHash(),
        plan.time().lowerBound(checkpoint.watermark(), checkpoint.runStart()),
        null);
  }
}
