package dev.tidemark.rest.definition;

import java.util.List;

/** What an API can put into its records besides. */
@Doc(
    "What the API can put into its records besides, with --set include=a,b; what it puts beside"
        + " them does not land.")
public record Include(
    @Doc("What carries the names, joined by commas.") Parameter parameter,
    @Doc("The names that can be asked for.") List<String> values) {
  public Include {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: none; give one or more");
    }
  }
}
