package dev.tidemark.rest.definition;

import java.util.List;

/** How large a page may be asked for. */
@Doc("How large a page may be asked for.")
public record PageSize(
    @Doc("What carries it.") Parameter parameter,
    @Doc("What is asked for unless the user sets another.") int ask,
    @Doc("The largest that the API answers.") int max,
    @Doc("Statuses upon which the same page is asked for again at half the size.") @Default("[]")
        List<Integer> shrinkOn) {
  public PageSize {
    if (ask < 1 || ask > max) {
      throw new IllegalArgumentException("not 1 <= ask <= max: " + ask + ", " + max);
    }
  }
}
