package dev.tidemark.rest.paging;

import org.jspecify.annotations.Nullable;

/** Where a walk stands after a page. */
public sealed interface Step {
  /**
   * There is a next page.
   *
   * @param next the text by which it is asked for
   */
  record More(String next) implements Step {}

  /**
   * The walk has ended.
   *
   * @param bookmark the API's cursor at the end; null where it gave none
   * @param inferred whether nothing said so but that there was no next one
   */
  record End(@Nullable String bookmark, boolean inferred) implements Step {
    /** An end that was said. */
    public End(@Nullable String bookmark) {
      this(bookmark, false);
    }
  }

  /**
   * The page contradicts itself or its definition; the operator has to act.
   *
   * @param problem one sentence
   */
  record Broken(String problem) implements Step {}

  /**
   * The pages before this one cannot have been what they seemed: the walk has to start over.
   *
   * @param problem one sentence
   */
  record Implausible(String problem) implements Step {}

  /**
   * A retry may give the whole page.
   *
   * @param problem one sentence
   */
  record Unready(String problem) implements Step {}
}
