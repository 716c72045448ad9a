package dev.tidemark.core.source;

import dev.tidemark.core.lake.RawRecord;

/**
 * What a published record says, so that it is recognised in another form of itself: many APIs show
 * more of a record that is asked for alone than of one in a list.
 */
@FunctionalInterface
public interface Form {
  /** Recognises nothing: whatever is read of the record differs from it. */
  Form NONE = _ -> false;

  /** Whether {@code record} says all that this says, and the same; it may say more. */
  boolean isIn(RawRecord record);
}
