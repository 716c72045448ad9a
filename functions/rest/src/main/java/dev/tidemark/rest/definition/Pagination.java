package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** How the next page is asked for. */
public sealed interface Pagination {

  /** A cursor from the body goes into a parameter of the next request. */
  @Doc("A cursor from the body goes into a parameter of the next request.")
  record Cursor(
      @Doc("Query parameter that carries the cursor.") String parameter,
      @Doc("Path of the next cursor in the body.") String next,
      @Doc("Path of the flag that says whether there is more; required in every page if given.")
          @Nullable String more)
      implements Pagination {}

  /** The list is one page. */
  @Doc("The list is one page.")
  record None() implements Pagination {}
}
