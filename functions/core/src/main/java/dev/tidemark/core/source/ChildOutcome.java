package dev.tidemark.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking for a page of the children of one parent. */
public sealed interface ChildOutcome {
  /**
   * The list was asked for.
   *
   * @param page what came of it
   */
  record Listed(PageOutcome page) implements ChildOutcome {}

  /**
   * The parent has no list that may be read, which proves nothing about what was in it.
   *
   * @param none whether the answer is that of an only child that is not there: once its parent is
   *     known to be, it is gone
   * @param requestId the vendor's id; null where there is none
   * @param serverTime the server's clock when it answered
   */
  record Hidden(boolean none, @Nullable String requestId, Instant serverTime)
      implements ChildOutcome {}
}
