package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.Filter;
import dev.tidemark.simulators.server.Request;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bounds that a request was selected by. */
record TimeWindow(@Nullable Instant from, @Nullable Instant until) {
  static final TimeWindow NONE = new TimeWindow(null, null);

  /**
   * Reads the bounds.
   *
   * @param token whether the request carries a page token
   * @throws RefusedException if they are not sent as described
   */
  static TimeWindow of(Request request, ListForm form, boolean token, Instant now) {
    Filter selection = form.selection();
    ApiClock clockwork = form.bounds();
    if (selection == null || clockwork == null) {
      return NONE;
    }
    String from = SentValue.of(selection.from(), request);
    String until = selection.until() == null ? null : SentValue.of(selection.until(), request);
    if (token && !selection.withCursor()) {
      if (from != null || until != null) {
        throw new RefusedException(400, "bounds are not allowed beside a page token");
      }
      return NONE;
    }
    if (from == null && selection.initial() != null && !token) {
      throw new RefusedException(400, selection.from() + " is required");
    }
    Instant lower = from == null || from.equals(selection.initial()) ? null : time(from, clockwork);
    Instant upper = until == null ? null : time(until, clockwork);
    narrow(selection, lower, upper);
    if (lower != null
        && selection.youngest() != null
        && lower.isAfter(now.minus(selection.youngest()))) {
      throw new RefusedException(422, "the lower bound is too young");
    }
    return new TimeWindow(lower, upper);
  }

  /** An API of windows needs both bounds, and no more time between them than it allows. */
  private static void narrow(Filter selection, @Nullable Instant lower, @Nullable Instant upper) {
    Duration window = selection.windows().window();
    if (window != null
        && (lower == null
            || upper == null
            || !lower.isBefore(upper)
            || lower.plus(window).isBefore(upper))) {
      throw new RefusedException(400, "both bounds are required, at most " + window + " apart");
    }
  }

  private static Instant time(String text, ApiClock clockwork) {
    Instant at = clockwork.read(text);
    if (at == null) {
      throw new RefusedException(422, "\"" + text + "\" is no bound");
    }
    return at;
  }

  /** Whether a record passes; one without a time passes no bound. */
  boolean pass(DescribedRow row, boolean exclusive) {
    Instant at = row.at();
    if (from == null && until == null) {
      return true;
    }
    return at != null
        && (from == null || (exclusive ? at.isAfter(from) : !at.isBefore(from)))
        && (until == null || at.isBefore(until));
  }
}
