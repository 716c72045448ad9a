package dev.tidemark.certify.described;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record.
 *
 * @param id as a number, by which it also ranks
 * @param parent number of its parent record; 0 for none
 * @param at its time; null where it has none
 * @param change number of its last change among all of its collection
 * @param edits how often its text was changed
 * @param gone whether it says of itself that it is gone
 */
public record DescribedRow(
    long id, long parent, @Nullable Instant at, long change, long edits, boolean gone) {
  DescribedRow edited(@Nullable Instant time, long number) {
    return new DescribedRow(id, parent, time, number, edits + 1, gone);
  }

  DescribedRow buried(@Nullable Instant time, long number) {
    return new DescribedRow(id, parent, time, number, edits, true);
  }
}
