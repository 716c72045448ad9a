package dev.tidemark.rest.definition;

/** A member of a page that says whether there is more. */
@Doc("A member of a page that says whether there is more. A plain text is its path.")
public record Flag(
    @Doc("Path of members in the body, joined by dots.") @Shorthand MemberPath body,
    @Doc("What it says when it is set: that there is more, or that this is the end.")
        @Default("more")
        Meaning means,
    @Doc("How set and not set are spelled.") @Default("boolean") Spelling spelling) {
  public Flag {
    body.toMember("body:");
  }

  /** What a flag that is set says. */
  public enum Meaning {
    /** There is more. */
    MORE,
    /** There is no more. */
    END
  }

  /** How a flag is written. */
  public enum Spelling {
    /** {@code true} and {@code false}. */
    BOOLEAN,
    /** {@code "true"} and {@code "false"}, as texts. */
    TEXT,
    /** {@code 1} and {@code 0}, as number or text. */
    DIGIT
  }
}
