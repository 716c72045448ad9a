package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/** Where in an answer a value stands: in a header or in the body. */
@Doc("Where in an answer a value stands; exactly one of the two. A plain text is a body's path.")
public record Location(
    @Doc("Name of a response header.") @Nullable String header,
    @Doc("Path of members in the body, joined by dots.") @Shorthand @Nullable MemberPath body) {
  public Location {
    if ((header == null) == (body == null)) {
      throw new IllegalArgumentException("give either header or body");
    }
    if (body != null) {
      body.toMember("body:");
    }
  }

  /** What messages call it. */
  @Override
  public String toString() {
    return header != null ? "header " + header : String.valueOf(body);
  }
}
