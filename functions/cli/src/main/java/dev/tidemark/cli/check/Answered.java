package dev.tidemark.cli.check;

import dev.tidemark.core.source.PageOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A page that was asked for.
 *
 * @param cursor the cursor that was sent; null for none
 */
record Answered(@Nullable String cursor, PageOutcome outcome, PageNotes notes) {
  /** The next page's cursor; null where there is none, or no page came. */
  @Nullable String next() {
    return outcome instanceof PageOutcome.Delivered delivered ? delivered.next() : null;
  }

  boolean delivered() {
    return outcome instanceof PageOutcome.Delivered;
  }

  /** Why no page came, in a sentence; empty where one did. */
  String why() {
    return switch (outcome) {
      case PageOutcome.Delivered _, PageOutcome.Unasked _ -> "";
      case PageOutcome.Throttled(var until, boolean asked, var _) ->
          (asked ? "the API is rate limited" : "the known limits leave no request")
              + " until "
              + until
              + "; check again then";
      case PageOutcome.FilterRefused(String reason, var id) -> reason + named(id);
      case PageOutcome.Implausible(String reason) -> reason;
      case PageOutcome.CursorRejected(String reason, var id) -> reason + named(id);
      case PageOutcome.Unavailable(String reason, var id) -> reason + named(id);
      case PageOutcome.Refused(String reason, var id) -> reason + named(id);
    };
  }

  /** Whether nothing may be asked for now. */
  boolean throttled() {
    return outcome instanceof PageOutcome.Throttled;
  }

  /** Whether the same request may be answered another time. */
  boolean passing() {
    return throttled() || outcome instanceof PageOutcome.Unavailable;
  }

  private static String named(@Nullable String requestId) {
    return requestId == null ? "" : " (the vendor's request id: " + requestId + ")";
  }
}
