package dev.tidemark.rest.definition;

import java.util.List;

/** How a record says that it is gone. */
@Doc("How a record says of itself that it is gone.")
public record Tombstone(
    @Doc("Path of the member in a record, joined by dots.") MemberPath field,
    @Doc("Its value as text, such as \"true\" or \"deleted\"; one or several.")
        @Default("[]")
        @OneOrMany
        List<String> equals,
    @Doc("Whether any value says it, but null, false, 0 and an empty text, as a time of deletion.")
        @Default("false")
        boolean present) {
  public Tombstone {
    field.toMember("field:");
    if (equals.isEmpty() != present) {
      throw new IllegalArgumentException(
          present
              ? "give either equals or present: true"
              : "equals: none; give one or more, or present: true where any value says it");
    }
  }

  /** What follows the field's name. */
  public String words() {
    return present ? "is set" : "is " + String.join(" or ", equals);
  }
}
