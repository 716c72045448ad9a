package dev.tidemark.core.source;

import dev.tidemark.core.state.Warnings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking for a page. */
public sealed interface PageOutcome {
  /**
   * The page was read to its end.
   *
   * @param next the text of the cursor of the next page; null where the walk has ended
   * @param bookmark the cursor to start the next run from, where the API's cursor is one; else null
   * @param requestId the vendor's id; null where there is none
   * @param serverTime the server's clock when it answered
   * @param warnings what was noticed on the page
   */
  record Delivered(
      @Nullable String next,
      @Nullable String bookmark,
      @Nullable String requestId,
      Instant serverTime,
      Warnings warnings)
      implements PageOutcome {
    /** A page on which nothing was noticed. */
    public Delivered(
        @Nullable String next,
        @Nullable String bookmark,
        @Nullable String requestId,
        Instant serverTime) {
      this(next, bookmark, requestId, serverTime, Warnings.NONE);
    }

    /** The same page, on which {@code more} was noticed too. */
    public Delivered noticed(Warnings more) {
      return new Delivered(next, bookmark, requestId, serverTime, warnings.plus(more));
    }
  }

  /**
   * The page needed no request: its content was known already.
   *
   * @param next as that of a delivered page
   * @param warnings what was noticed
   */
  record Unasked(@Nullable String next, Warnings warnings) implements PageOutcome {
    public Unasked(@Nullable String next) {
      this(next, Warnings.NONE);
    }
  }

  /**
   * Nothing may be asked before {@code until}.
   *
   * @param asked whether a request was made and refused; false where our own pacing holds it back
   */
  record Throttled(Instant until, boolean asked, @Nullable String requestId)
      implements PageOutcome {}

  /** The API will not select by the lower bound that it was asked for. */
  record FilterRefused(String reason, @Nullable String requestId) implements PageOutcome {}

  /** The result of the whole walk is not plausible: the walk has to start over. */
  record Implausible(String reason) implements PageOutcome {}

  /** The cursor or its query is rejected; the same request will not succeed. */
  record CursorRejected(String reason, @Nullable String requestId) implements PageOutcome {}

  /** A transient failure; a retry may succeed. */
  record Unavailable(String reason, @Nullable String requestId) implements PageOutcome {}

  /** The API will not answer this, or its answer breaks the contract; the operator has to act. */
  record Refused(String reason, @Nullable String requestId) implements PageOutcome {}
}
