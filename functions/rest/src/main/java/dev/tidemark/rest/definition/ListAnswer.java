package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** Where an answer holds the records of a list, and what it says of them. */
public record ListAnswer(
    @Doc("Path of the records in the body, or that and their form; empty where the body is a list.")
        Records records,
    @Doc("Whether there is one record at records instead of a list.") @Default("false") boolean one,
    @Doc("Where an answer states how many records the whole list has; it is compared.")
        @Nullable Location total,
    @Doc("Whether an answer without the list's member is an empty page.") @Default("false")
        boolean absentEmpty) {
  /** An answer that is one record, at {@code path}. */
  static ListAnswer ofOne(MemberPath path) {
    return new ListAnswer(new Records(path, Records.Form.LIST), true, null, false);
  }
}
