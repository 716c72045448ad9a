package dev.tidemark.rest.definition;

/** A refusal that means that a token has ended. */
@Doc("A refusal that means that a token has ended.")
public record TokenEnd(
    @Doc("Its status, one of 400 to 499 other than 401, which always means it, and 429.")
        int status,
    @Doc("A text that its body contains, in any case.") String contains) {
  public TokenEnd {
    if (status < 400 || status > 499 || status == 401 || status == 429) {
      throw new IllegalArgumentException(
          "status: "
              + status
              + "; name one of 400 to 499: 401 means that a token has ended without being"
              + " declared, 429 asks to wait");
    }
    if (contains.isBlank()) {
      throw new IllegalArgumentException(
          "contains: empty; every "
              + status
              + " would pass for a token that has ended, and what the credential may not read"
              + " would never be said; give a text of the body");
    }
  }
}
