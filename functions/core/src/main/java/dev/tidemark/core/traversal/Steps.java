package dev.tidemark.core.traversal;

import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The ways in which a walk moves on, as pure functions. */
final class Steps {
  private Steps() {}

  /** A page was read and there is another. */
  static Walk forward(Walk walk, String next, String trail, Instant server) {
    return walk.forward(new Cursor(next, server), trail);
  }

  /** The query has ended: so has the walk, unless something has to be looked for after it. */
  static Walk end(ResourcePlan plan, Run run, Walk walk, Delivered last) {
    if (needsClosing(plan, walk)) {
      Watermark high = walk.sight().highWater();
      return walk.turn(Stage.CLOSING, high == null ? walk.query().from() : high.at());
    }
    boolean listed = walk.stage() == Stage.LIST || walk.stage() == Stage.CLOSING;
    return listed && run.mode() == Mode.RECONCILE
        ? walk.turn(Stage.VANISHED, null)
        : walk.end(bookmark(last));
  }

  /**
   * A closing query is needed as long as the last query needed a cursor, which may have jumped, and
   * showed news, and the high-water has not passed the time of the run's beginning: above that, the
   * next run reads again anyway. So it does above the high-water: a closing query that did not
   * raise it, as one does whose first page holds one time only, is not made again, or a busy list
   * would keep the run for ever.
   */
  private static boolean needsClosing(ResourcePlan plan, Walk walk) {
    Watermark high = walk.sight().highWater();
    Instant start = walk.serverStart();
    if (!plan.closingQuery() || !walk.sight().ascending() || high == null || start == null) {
      return false;
    }
    if (walk.position().cursor() == null
        || (walk.query().until() != null && !high.at().isBefore(walk.query().until()))) {
      return false;
    }
    boolean passed = !high.at().isBefore(start.minus(plan.time().settleLag()));
    return switch (walk.stage()) {
      case LIST -> !passed;
      case CLOSING -> !passed && walk.sight().fresh() && rose(walk, high);
      case SLICED, VANISHED, SINGLE -> false;
    };
  }

  private static boolean rose(Walk walk, Watermark high) {
    Instant from = walk.query().from();
    return from == null || high.at().isAfter(from);
  }

  private static @Nullable Cursor bookmark(Delivered last) {
    String text = last.bookmark();
    return text == null ? null : new Cursor(text, last.serverTime());
  }
}
