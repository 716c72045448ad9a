package dev.tidemark.lake;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which record time completed runs were asked for: each from its lower bound to its upper one, and
 * without one to its begin. What no run was asked for is a gap.
 *
 * @param spans of the runs, by where they begin
 */
public record Coverage(List<Span> spans) {
  /** How far a lower bound may lie behind a time that it was made of, which are cut to seconds. */
  private static final long PRINT = 1;

  public Coverage {
    spans = List.copyOf(spans);
  }

  /**
   * What one run was asked for.
   *
   * @param from its lower bound; null for none
   * @param until its upper bound, or its begin
   * @param reached the highest time that it left as its checkpoint; null where it left none
   */
  public record Span(
      String run,
      String mode,
      @Nullable Instant from,
      Instant until,
      boolean promotes,
      @Nullable Instant reached) {
    boolean isReconcile() {
      return mode.equals("reconcile");
    }

    /** Whether it was asked for {@code at}. */
    boolean holds(Instant at) {
      return (from == null || !at.isBefore(from)) && at.isBefore(until);
    }
  }

  /**
   * What no run was asked for.
   *
   * @param from null for the beginning of time
   * @param until exclusive
   */
  public record Gap(@Nullable Instant from, Instant until) {}

  /** What {@code runs} cover: single records and trials cover nothing. */
  public static Coverage of(List<PublishedRun> runs) {
    List<Span> spans = new ArrayList<>();
    Instant before = null;
    for (PublishedRun run :
        runs.stream().sorted(Comparator.comparing(PublishedRun::run)).toList()) {
      if (run.mode().equals("refresh") || !(run.promotes() || bounded(run))) {
        continue;
      }
      Span span = span(run, before);
      spans.add(span);
      before = span.promotes() && !span.isReconcile() ? span.until() : before;
    }
    spans.sort(
        Comparator.comparing((Span span) -> span.from() == null ? Instant.MIN : span.from())
            .thenComparing(Span::until));
    return new Coverage(spans);
  }

  /** Of runs that promote nothing a range says so by its bounds; a trial has none. */
  private static boolean bounded(PublishedRun run) {
    return run.from() != null;
  }

  /** A run from the API's bookmark continues where the one before it ended. */
  private static Span span(PublishedRun run, @Nullable Instant before) {
    boolean bookmarked =
        run.mode().equals("incremental") && run.json().at("/checkpoint/cursor").isTextual();
    Instant from = run.from() == null && bookmarked ? before : run.from();
    Instant until = run.until();
    Instant end = until == null || until.isAfter(run.startedAt()) ? run.startedAt() : until;
    return new Span(run.run(), run.mode(), from, end, run.promotes(), time(run.watermark()));
  }

  private static @Nullable Instant time(@Nullable String raw) {
    try {
      return raw == null ? null : Instant.parse(raw);
    } catch (DateTimeParseException e) {
      // Written otherwise; nothing is concluded from it.
      return null;
    }
  }

  /** Where the last of those that build on each other ends; null where there is none. */
  public @Nullable Instant promoted() {
    return spans.stream()
        .filter(Span::promotes)
        .map(Span::until)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /** What no run was asked for, up to where the last of them ends. */
  public List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    Instant covered = null;
    boolean first = true;
    for (Span span : spans) {
      Instant from = span.from();
      if (from != null && first) {
        gaps.add(new Gap(null, from));
      } else if (from != null && covered != null && from.isAfter(covered)) {
        gaps.add(new Gap(covered, from));
      }
      first = false;
      covered = covered == null || span.until().isAfter(covered) ? span.until() : covered;
    }
    return gaps;
  }

  /**
   * Where a run began behind the time that the one before it had reached: what was changed between
   * them after that one had read it was asked for by none.
   */
  public List<Gap> jumps() {
    List<Gap> jumps = new ArrayList<>();
    Instant reached = null;
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::run)).toList()) {
      if (!span.promotes() || span.isReconcile()) {
        continue;
      }
      Instant from = span.from();
      if (from != null && reached != null && from.isAfter(reached.plusSeconds(PRINT))) {
        jumps.add(new Gap(reached, from));
      }
      reached = span.reached() == null ? reached : span.reached();
    }
    return jumps;
  }

  /**
   * Whether {@code at} lies before the time from which on the first run was asked for, and no range
   * was run over it. What a run in between leaves out is a gap, and no wish of the operator's.
   */
  public boolean leavesOut(Instant at) {
    Instant floor =
        spans.stream()
            .filter(span -> span.promotes() && !span.isReconcile())
            .min(Comparator.comparing(Span::run))
            .filter(span -> span.mode().equals("backfill"))
            .map(Span::from)
            .orElse(null);
    return floor != null && at.isBefore(floor) && spans.stream().noneMatch(span -> span.holds(at));
  }

  /** Whether nothing is left out from where the first run was asked to begin to the last's end. */
  public boolean isWhole() {
    boolean wished = !spans.isEmpty() && spans.getFirst().mode().equals("backfill");
    return jumps().isEmpty() && gaps().stream().allMatch(gap -> wished && gap.from() == null);
  }

  /** One line that says what is covered and what is not. */
  @Override
  public String toString() {
    if (spans.isEmpty()) {
      return "no completed run covers anything";
    }
    Instant from = spans.getFirst().from();
    Instant end = spans.stream().map(Span::until).max(Comparator.naturalOrder()).orElseThrow();
    StringBuilder line =
        new StringBuilder()
            .append(from == null ? "everything" : "from " + from)
            .append(" until ")
            .append(end);
    for (Gap gap : gaps()) {
      line.append(
              gap.from() == null ? "; nothing before " : "; nothing from " + gap.from() + " to ")
          .append(gap.until());
    }
    for (Gap jump : jumps()) {
      line.append("; a run began at ")
          .append(jump.until())
          .append(", behind ")
          .append(jump.from())
          .append(", which the one before it had reached");
    }
    return line.toString();
  }
}
