package dev.tidemark.rest.definition;

/** How large a page may be asked for. */
@Doc("How large a page may be asked for.")
public record PageSize(
    @Doc("Query parameter that carries it.") String parameter,
    @Doc("What is asked for unless the user sets another.") int ask,
    @Doc("The largest that the API answers.") int max) {
  public PageSize {
    if (ask < 1 || ask > max) {
      throw new IllegalArgumentException("not 1 <= ask <= max: " + ask + ", " + max);
    }
  }
}
