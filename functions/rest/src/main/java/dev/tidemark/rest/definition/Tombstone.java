package dev.tidemark.rest.definition;

import java.util.List;

/** How a record says that it is gone. */
@Doc("How a record says of itself that it is gone.")
public record Tombstone(
    @Doc("Path of the member in a record, joined by dots.") MemberPath field,
    @Doc("Its value as text, such as \"true\" or \"deleted\"; one or several.") @OneOrMany
        List<String> equals) {
  public Tombstone {
    field.toMember("field:");
    if (equals.isEmpty()) {
      throw new IllegalArgumentException("equals: none; give one or more");
    }
  }
}
