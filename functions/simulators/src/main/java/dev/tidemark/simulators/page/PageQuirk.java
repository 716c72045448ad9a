package dev.tidemark.simulators.page;

import dev.tidemark.simulators.server.Quirk;

/** Bends a page while the answer around it stays a good 200. */
public sealed interface PageQuirk extends Quirk {

  /**
   * More is promised and no cursor is given. Lev 1.8: "if has_more:true comes with next_cursor:null
   * or empty, the first page is sent again: endless loop".
   */
  record NoNextCursor(Form form) implements PageQuirk {
    /** How the cursor is missing. */
    public enum Form {
      /** The member is {@code null}. */
      NULL,
      /** The member is an empty string. */
      EMPTY,
      /** There is no such member. */
      ABSENT
    }
  }

  /** The next cursor is the one just sent. Lev 1.8: "Likewise when next_cursor equals". */
  record RepeatedCursor() implements PageQuirk {}

  /**
   * After {@code length} cursors the first one comes again. No contract names it: it is the
   * repeated cursor of lev 1.8 with a longer period.
   */
  record CursorCycle(int length) implements PageQuirk {
    public CursorCycle {
      if (length < 1) {
        throw new IllegalArgumentException("length < 1: " + length);
      }
    }
  }

  /** Data without pagination members (lev 1.8). */
  record MissingPagination() implements PageQuirk {}

  /** No records, while has_more and the cursor are honest (an empty page in the middle). */
  record EmptyData() implements PageQuirk {}

  /** {@code data} is null. Lev 1.8: "Check presence of data before believing has_more". */
  record NullData() implements PageQuirk {}

  /** Something that is no object stands before the page's records. */
  record NonObjectRecord(String json) implements PageQuirk {}

  /** A record without id stands before the page's records. */
  record RecordWithoutId() implements PageQuirk {}
}
