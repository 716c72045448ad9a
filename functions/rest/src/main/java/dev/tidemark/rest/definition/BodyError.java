package dev.tidemark.rest.definition;

import java.util.List;

/** What a member of an answer with a status of success says of the answer. */
@Doc("What a member of an answer with a status of success says of the answer.")
public record BodyError(
    @Doc("Path of the member in the body.") MemberPath path,
    @Doc(
            "Its value as text, one or several; left out: any value but null, false and what is"
                + " empty.")
        @Default("[]")
        @OneOrMany
        List<String> equals,
    @Doc("What the answer then is.") @Default("failed") Means means) {
  public BodyError {
    path.toMember("path:");
  }

  /** What an answer is. */
  public enum Means {
    /** A failure: nothing in it counts, and asking again does not help. */
    FAILED,
    /** A request to wait. */
    THROTTLED,
    /** Not whole: asked for again, and a failure if it stays so. */
    PARTIAL,
    /** As good as any other. */
    IGNORED
  }
}
