package dev.tidemark.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking whether a parent is there. */
public sealed interface ParentOutcome {
  /** What the API says of a parent. */
  enum Word {
    /** It is there. */
    THERE,
    /** There is no such record: its children are gone with it. */
    GONE,
    /** It may not be read, which proves nothing. */
    HIDDEN
  }

  /**
   * The API answered.
   *
   * @param requestId the vendor's id; null where there is none
   * @param serverTime the server's clock when it answered
   */
  record Answered(Word word, @Nullable String requestId, Instant serverTime)
      implements ParentOutcome {}

  /**
   * The question stays open.
   *
   * @param why anything but a delivered page
   */
  record Unknown(PageOutcome why) implements ParentOutcome {}
}
