package dev.tidemark.rest.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an API selects by time. */
@Doc("How the API selects by time.")
public record Filter(
    @Doc("What carries the lower bound.") Parameter from,
    @Doc("What carries the upper bound; left out where there is none.") @Nullable Parameter until,
    @Doc("Whether the lower bound includes itself.") @Default("gte") Bound bound,
    @Flat BoundForm form,
    @Doc("What is sent where there is no lower bound; left out where nothing need be.")
        @Nullable String initial,
    @Doc("Whether the bounds are sent beside a cursor.") @Default("true") boolean withCursor,
    @Doc("No lower bound is sent that is younger than this; left out where any may be.")
        @Nullable Duration youngest,
    @Doc("Whether the API may refuse to select, and everything is then read.") @Default("false")
        boolean optional) {
  public Filter {
    String problem = form.windows().problem(until, bound, form, initial, optional);
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** How much time it selects at once. */
  public Windows windows() {
    return form.windows();
  }
}
