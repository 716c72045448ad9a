package dev.tidemark.rest.definition;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much time an API selects at once, where it sets a limit. */
public record Windows(
    @Doc(
            "How far apart the API lets both bounds be; a walk asks for one window of it after the"
                + " other, up to the run's start.")
        @Nullable Duration window,
    @Doc("Where a walk over everything begins; with window, as 2015-01-01 or with a time.")
        @Nullable Instant since) {
  public Windows {
    if (window != null && since == null) {
      throw new IllegalArgumentException(
          "filter.window without since: windows need a beginning; write the day before which the"
              + " API has nothing, as since: 2015-01-01");
    }
    if (window == null && since != null) {
      throw new IllegalArgumentException(
          "filter.since without window: write how far apart the API lets the bounds be, as window:"
              + " 30d, or leave since out");
    }
    if (window != null && window.isZero()) {
      throw new IllegalArgumentException("filter.window: 0 selects nothing; write 1d or 30d");
    }
  }

  /** Whether there is a limit. */
  public boolean limited() {
    return window != null;
  }

  /** Why a filter cannot be asked by windows; null where it can, or has none. */
  @Nullable String problem(
      @Nullable Parameter until,
      Bound bound,
      BoundForm form,
      @Nullable String initial,
      boolean optional) {
    if (window == null) {
      return null;
    }
    if (until == null) {
      return "filter.window without until: a window has two bounds; name the parameter of the upper"
          + " one";
    }
    if (form.format() == TimeFormat.INTEGER) {
      return "filter.window with format: integer: a number that is no time has no windows";
    }
    if (form.ofAccount()) {
      return "filter.window with zone: account: in a zone that is not known two bounds cannot be"
          + " kept at most so far apart; name the zone, as zone: Europe/Berlin";
    }
    if (initial != null || optional) {
      return "filter.window with "
          + (optional ? "optional" : "initial")
          + ": every request has both bounds, and the first begins at since; leave "
          + (optional ? "optional" : "initial")
          + " out";
    }
    // With gt each window begins one unit before the end of the last.
    Duration unit = form.format().unit();
    return window.compareTo(bound == Bound.GT ? unit.plusNanos(1) : unit) < 0
        ? "filter.window is no longer than what the format "
            + Names.kebab(form.format().name())
            + " can tell apart, so that a walk would not move; write a longer one, or a finer"
            + " format"
        : null;
  }
}
