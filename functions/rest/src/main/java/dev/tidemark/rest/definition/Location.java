package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** Where in an answer a value stands: in a header or in the body. */
@Doc("Where in an answer a value stands; exactly one of the two.")
public record Location(
    @Doc("Name of a response header.") @Nullable String header,
    @Doc("Path of members in the body, joined by dots.") @Nullable String body) {
  public Location {
    if ((header == null) == (body == null)) {
      throw new IllegalArgumentException("give either header or body");
    }
  }
}
