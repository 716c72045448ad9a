package dev.tidemark.testkit.contract;

import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.RunId;
import dev.tidemark.core.state.Bookmark;
import dev.tidemark.core.state.CallCounts;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.CycleGuard;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.LandedForm;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.Lineage;
import dev.tidemark.core.state.PageGuard;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Position;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.RecordCounts;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Run;
import dev.tidemark.core.state.RunScope;
import dev.tidemark.core.state.Seal;
import dev.tidemark.core.state.Sight;
import dev.tidemark.core.state.Slice;
import dev.tidemark.core.state.Slicing;
import dev.tidemark.core.state.Span;
import dev.tidemark.core.state.Stage;
import dev.tidemark.core.state.StoredCounts;
import dev.tidemark.core.state.Tally;
import dev.tidemark.core.state.TimeCounts;
import dev.tidemark.core.state.Walk;
import dev.tidemark.core.state.WalkQuery;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.core.watermark.Watermark;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Values in which every field is set, to a value of its own, and their bare counterparts in which
 * all is absent.
 */
public final class SampleStates {
  /** A time with nanoseconds. */
  public static final Instant TIME = Instant.parse("2026-02-03T04:05:06.789012345Z");

  /** A run's id. */
  public static final RunId RUN = new RunId("20260203T040506Z-0123456789");

  private static final RunId EARLIER = new RunId("20260201T000000Z-abcdefghjk");
  private static final Watermark MARK =
      new Watermark(
          TIME.minusSeconds(60), "2026-02-03T05:04:06,789012345+01:00 \"q\" \\ \u00e4\u4e2d");

  private SampleStates() {}

  /** A run with everything that a run can have. */
  public static Run run() {
    Span inherited =
        new Span(
            EARLIER, TIME.minusSeconds(9000), 7, List.of(new Span.Hole(2, 3), new Span.Hole(5, 5)));
    return new Run(
        RUN,
        Mode.RECONCILE,
        TIME.minusSeconds(1),
        new LandedForm(3, "id,title"),
        new RunScope(
            TIME.minusSeconds(5000),
            TIME.plusSeconds(5000),
            40L,
            List.of("7", "\u00e4 \"8\""),
            new Slicing(
                3, List.of(new Slice(1, null, TIME), new Slice(2, TIME, TIME.plusSeconds(9))))),
        new Lineage(EARLIER, 2, List.of(inherited)),
        6,
        List.of("include=team,\u00e4", "tier=free"));
  }

  /** Progress with everything that it can have. */
  public static Progress progress() {
    return new Progress(
        run(),
        new Span(RUN, TIME.minusSeconds(1), 4_000_000_000L, List.of(new Span.Hole(1, 2))),
        walk(false),
        new Tally(
            1,
            16,
            new RecordCounts(2, 3, 4, 5, 14),
            new TimeCounts(6, 7, 15),
            new StoredCounts(8, 5_000_000_000L),
            new CallCounts(10, 11, 12, 13),
            Warnings.of(Warning.SHORT_PAGES, 4)),
        17);
  }

  /** A run that has just begun and has nothing. */
  public static Progress begun() {
    Run bare =
        new Run(
            RUN,
            Mode.BACKFILL,
            TIME,
            new LandedForm(1, ""),
            new RunScope(null, null, null, List.of()),
            Lineage.NONE,
            0,
            List.of());
    return Progress.begin(bare, Walk.begin("query", null, null));
  }

  /** A walk with everything that it can have. */
  public static Walk walk(boolean ended) {
    return new Walk(
        new WalkQuery("query-1", TIME.minusSeconds(4000), TIME.plusSeconds(4000)),
        new Position(
            new Cursor("a cursor/with=odd&text \"\\ \u00e4\u4e2d", TIME.minusSeconds(3)),
            new CycleGuard("00112233445566778899aabb", 8, 5),
            new PageGuard("77", new CycleGuard("aabb", 4, 1), 1, 1),
            ended),
        new Sight(
            MARK,
            new Watermark(TIME.minusSeconds(90), "2026-02-03T04:03:36.789012345Z"),
            false,
            true),
        Stage.CLOSING,
        TIME.minusSeconds(30),
        TIME.minusSeconds(40));
  }

  /** A checkpoint with everything that it can have. */
  public static Checkpoint checkpoint() {
    return new Checkpoint(
        EARLIER,
        MARK,
        new Bookmark("bookmark", "query-2", TIME.minusSeconds(7500)),
        TIME.minusSeconds(8000),
        TIME.minusSeconds(7000),
        new LandedForm(2, "id,title"),
        true);
  }

  /** A state with {@code cursor} in each place that holds one. */
  public static ResourceState ofCursors(String cursor) {
    Checkpoint left =
        new Checkpoint(
            EARLIER, MARK, new Bookmark(cursor, "query-2", TIME), TIME, TIME, run().form(), true);
    Walk walked = walk(true).at(new Cursor(cursor, TIME));
    return new ResourceState(
        1,
        1,
        "writer",
        null,
        0,
        new Phase.Sealed(new Seal(progress().at(walked), TIME, left)),
        left);
  }

  /** Every phase, bare and full. */
  public static List<Phase> phases() {
    Seal full = new Seal(progress().at(walk(true)), TIME, checkpoint());
    Seal bare = new Seal(progress().at(walk(true)), TIME.plusSeconds(1), null);
    return List.of(
        new Phase.Idle(),
        new Phase.InFlight(progress()),
        new Phase.InFlight(begun()),
        new Phase.Waiting(progress(), TIME.plusSeconds(77), "rate limited (429)"),
        new Phase.Sealed(full),
        new Phase.Sealed(bare),
        new Phase.Walked(progress().at(walk(true))),
        new Phase.Failed(progress(), new Failure("it broke: \"so\"\nand so", "req-1", TIME)),
        new Phase.Failed(begun(), new Failure("it broke", null, TIME)),
        new Phase.Paused(progress()),
        new Phase.Paused(null));
  }

  /**
   * A chain of states, each to be written on top of the one before, the first on top of {@code
   * NEVER_RUN}.
   */
  public static List<ResourceState> chain() {
    List<Phase> phases = phases();
    return LongStream.range(0, phases.size())
        .mapToObj(i ->
            new ResourceState(
                i / 2,
                i + 1,
                "writer-" + i,
                i % 2 == 0 ? null : new Lease("owner-" + i, TIME.plusSeconds(i)),
                (int) i % 5,
                phases.get((int) i),
                i % 3 == 0 ? null : checkpoint()))
        .toList();
  }
}
