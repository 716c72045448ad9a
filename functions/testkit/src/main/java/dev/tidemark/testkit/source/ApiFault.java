package dev.tidemark.testkit.source;

import java.time.Duration;

/** How one call of the API goes wrong. */
public sealed interface ApiFault {
  /** The API is rate limited for {@code time}. */
  record Throttled(Duration time) implements ApiFault {}

  /** The API is down. */
  record Unavailable() implements ApiFault {}

  /** The page breaks off after {@code records} records. */
  record Truncated(int records) implements ApiFault {}

  /** The cursor is refused. */
  record CursorRejected() implements ApiFault {}

  /** The API will not select by the lower bound. */
  record FilterRefused() implements ApiFault {}

  /** The API will not answer this. */
  record Refused() implements ApiFault {}

  /**
   * The page's next cursor is the one that was given out {@code pages} pages ago; 0 for the one
   * that was sent.
   */
  record Back(int pages) implements ApiFault {}

  /** The reader throws. */
  record Broken() implements ApiFault {}
}
