package dev.tidemark.core.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking for a single record. */
public sealed interface RecordOutcome {
  /**
   * It was read and handed over.
   *
   * @param requestId the vendor's id; null where there is none
   * @param serverTime the server's clock when it answered
   */
  record Found(@Nullable String requestId, Instant serverTime) implements RecordOutcome {}

  /** The API says that there is no such record, or none that may be seen. */
  record Absent(@Nullable String requestId, Instant serverTime) implements RecordOutcome {}

  /**
   * The question stays open.
   *
   * @param why anything but a delivered page
   */
  record Unknown(PageOutcome why) implements RecordOutcome {}
}
