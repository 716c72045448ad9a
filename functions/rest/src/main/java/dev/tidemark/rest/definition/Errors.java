package dev.tidemark.rest.definition;

import java.util.List;

/** What refusals mean, where the status alone does not say. */
@Doc("What the API's refusals mean, where the status alone does not say.")
public record Errors(
    @Doc("Where the vendor's message stands in the body; the first that is there counts.")
        @Default("[]")
        List<MemberPath> message,
    @Doc("Statuses by which a cursor that was sent is refused.") @Default("[400, 422]")
        List<Integer> cursorRejected,
    @Doc("Where the body says how many seconds to wait; the Retry-After header goes first.")
        @Default("[]")
        List<MemberPath> retryAfter,
    @Doc("Refusals that mean that there is nothing new yet.") @Default("[]")
        List<NothingNew> nothingNew,
    @Doc("What members of an answer with a status of success say of it.") @Default("[]")
        List<BodyError> body) {

  /** A refusal that means that there is nothing new yet. */
  @Doc("A refusal that means that there is nothing new yet.")
  public record NothingNew(
      @Doc("Its status.") int status,
      @Doc("A text that its body contains, in any case.") String contains) {
    public NothingNew {
      if (status < 400 || status > 499) {
        throw new IllegalArgumentException("status: " + status + " is not between 400 and 499");
      }
      if (contains.isBlank()) {
        throw new IllegalArgumentException(
            "contains: empty; every refusal would pass for nothing new");
      }
    }
  }
}
