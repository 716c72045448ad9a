package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.server.Quirk;
import java.net.URI;
import java.time.Duration;

/** Where Zendesk's documents contradict each other, stay silent, or describe trouble. */
public sealed interface ZendeskQuirk extends Quirk {

  /** Answers in place of the vendor before it looks at the query. */
  sealed interface AtTheDoor extends ZendeskQuirk {}

  /**
   * Leaves out another span before now than a minute, and refuses start times within it; zero shows
   * everything. Zendesk 3.6: "The last minute is excluded".
   */
  record Exclusion(Duration window) implements ZendeskQuirk {
    public Exclusion {
      if (window.isNegative()) {
        throw new IllegalArgumentException("window < 0: " + window);
      }
    }
  }

  /**
   * A page asked for by start time is empty and has no cursor, whatever there is. Zendesk 3.4, case
   * 1: "the API doesn't return a cursor in this case (after_cursor null/absent)".
   */
  record EmptyFirstPage(boolean absent) implements ZendeskQuirk {}

  /**
   * A page is empty, is not the last, and its cursor continues without skipping a record. Zendesk
   * 3.4, case 2: "Empty page with end_of_stream:false and an advancing cursor → continue".
   */
  record EmptyPage() implements ZendeskQuirk {}

  /** The last page has no cursor. Zendesk 3.4, case 5: "end = … OR no after_cursor". */
  record NoFinalCursor() implements ZendeskQuirk {}

  /**
   * More is promised under the cursor just sent. Zendesk 3.4, case 3: "end_of_stream:false with
   * unchanged after_cursor → contract error, stop".
   */
  record StuckCursor() implements ZendeskQuirk {}

  /**
   * A cursor page repeats up to {@code rows} records before its cursor. Zendesk 3.4, case 6:
   * "upserts absorb replays"; time exports repeat their boundary without this (3.5).
   */
  record Replayed(int rows) implements ZendeskQuirk {
    public Replayed {
      if (rows < 1) {
        throw new IllegalArgumentException("rows < 1: " + rows);
      }
    }
  }

  /**
   * A good cursor is refused. Zendesk 3.4, case 6: "Invalid cursor: InvalidPaginationParameter".
   */
  record CursorRejected() implements ZendeskQuirk {}

  /** Cursors contain a plus. Zendesk 3.3: "they may contain + characters". */
  record PlusInCursors() implements ZendeskQuirk {}

  /**
   * A time page never exceeds its size, so that records of one second that fill it stop the walk.
   * Zendesk 3.5: "end_time == start_time and the walk cannot advance". Without this quirk such a
   * page is oversize: "The system may exceed the 1000-item default".
   */
  record StuckEndTime() implements ZendeskQuirk {}

  /**
   * The last time page has no next_page. Zendesk 3.5 says that it is "present even on the last".
   */
  record NoFinalNextPage() implements ZendeskQuirk {}

  /** Custom objects and metric events carry end_of_stream too (zendesk 3.4 and 3.5). */
  record EndOfStreamEverywhere() implements ZendeskQuirk {}

  /** Returned URLs have another origin. Zendesk 3.1: "Never follow a returned URL to another". */
  record UrlsAt(URI origin) implements ZendeskQuirk {}

  /** Deleted tickets have id, status and place only. Zendesk 3.6: "may arrive minimal". */
  record MinimalTombstones() implements ZendeskQuirk {}

  /**
   * 429 whatever the rate. Zendesk 3.7: "429: Retry-After: seconds; JSON wrapper uncertain".
   *
   * @param plain whether the body is text/plain
   */
  record RateLimited(RetryHint retryAfter, long seconds, boolean plain) implements AtTheDoor {}

  /**
   * Buckets of the exports per minute of the simulator's clock, with their headers, and 429 past
   * them. Zendesk 3.7: exports share one, "users/cursor has its own".
   */
  record Buckets(int exports, int users, RetryHint retryAfter) implements ZendeskQuirk {}

  /** 504 for pages of more than {@code most}. Zendesk 3.7: "504 with upstream request timeout". */
  record GatewayTimeoutAbove(int most) implements AtTheDoor {}

  /** 401 invalid_token in spite of a good access token (zendesk 3.8, "OAuth expiry"). */
  record TokenExpired() implements AtTheDoor {}

  /** 401 in spite of a good credential (zendesk 3.8; 3.1, "Retirement of API tokens"). */
  record Unauthorized() implements AtTheDoor {}

  /** 403 as to one who is no admin (zendesk 3.1, 3.8). */
  record Forbidden() implements AtTheDoor {}

  /** 404 as without the feature (zendesk 3.8: "InvalidEndpoint (feature/plan/path)"). */
  record FeatureMissing() implements AtTheDoor {}

  /**
   * 409, 500, 502 or 503. Zendesk 3.8: "409 transient conflict: retry"; 3.7: "503 may also carry
   * Retry-After".
   */
  record Trouble(int status, RetryHint retryAfter, long seconds) implements AtTheDoor {
    /** Trouble that does not say how long it takes. */
    public Trouble(int status) {
      this(status, RetryHint.ABSENT, 0);
    }
  }

  /** Every error in this shape (zendesk 3.8, "at least five shapes"). */
  record ErrorsShapedAs(ZendeskErrorShape shape) implements ZendeskQuirk {}
}
