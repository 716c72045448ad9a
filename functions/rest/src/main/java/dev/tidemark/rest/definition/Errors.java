package dev.tidemark.rest.definition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What refusals mean, where the status alone does not say. */
@Doc("What the API's refusals mean, where the status alone does not say.")
public record Errors(
    @Doc("Where the vendor's message stands in the body; the first that is there counts.")
        @Default("[]")
        List<MemberPath> message,
    @Doc("Statuses by which a cursor that was sent is refused.") @Default("[400, 410, 422]")
        List<Integer> cursorRejected,
    @Doc("Where the body says how many seconds to wait; the Retry-After header goes first.")
        @Default("[]")
        List<MemberPath> retryAfter,
    @Doc("Answers that mean that there is nothing new yet.") @Default("[]")
        List<NothingNew> nothingNew,
    @Doc("What members of an answer with a status of success say of it.") @Default("[]")
        List<BodyError> body,
    @Doc("Refusals that ask to wait, beside 420, 429, 509 and 529, and 403 or 503 that says so.")
        @Default("[]")
        List<Throttled> throttled,
    @Doc("The unit of a number at retryAfter; a time there is read as one.") @Default("seconds")
        WaitUnit retryAfterUnit) {
  public Errors {
    if (retryAfterUnit != WaitUnit.SECONDS && retryAfter.isEmpty()) {
      throw new IllegalArgumentException(
          "retryAfterUnit without retryAfter: the Retry-After header is in seconds; name the member"
              + " of the body under retryAfter, or leave the unit out");
    }
    cursorRejected.forEach(Errors::refusesCursors);
  }

  /** Whether an answer of {@code status}, which has no body, is declared to be an empty page. */
  public boolean emptyBy(int status) {
    return nothingNew.stream().anyMatch(one -> one.contains() == null && one.status() == status);
  }

  private static void refusesCursors(int status) {
    if (status < 400 || status > 499 || status == 401 || status == 429) {
      throw new IllegalArgumentException(
          "cursorRejected: "
              + status
              + " does not refuse what was asked for: the walk would start over where it has to"
              + " wait or the credential has ended; name statuses of 400 to 499 other than 401 and"
              + " 429");
    }
  }

  /** An answer that means that there is nothing new yet. */
  @Doc("An answer that means that there is nothing new yet.")
  public record NothingNew(
      @Doc("Its status: one of 400 to 499, or 204 or 304, which have no body.") int status,
      @Doc("A text that its body contains, in any case; left out for 204 and 304.")
          @Nullable String contains) {
    public NothingNew {
      if (status == 204 || status == 304) {
        if (contains != null) {
          throw new IllegalArgumentException(
              "contains: an answer of status " + status + " has no body; leave contains out");
        }
      } else if (status < 400 || status > 499) {
        throw new IllegalArgumentException(
            "status: " + status + " is not between 400 and 499, nor 204 or 304");
      } else if (contains == null || contains.isBlank()) {
        throw new IllegalArgumentException(
            "contains: empty; every refusal would pass for nothing new");
      }
    }
  }

  /** A refusal that asks to wait. */
  @Doc("A refusal that asks to wait.")
  public record Throttled(
      @Doc("Its status.") int status,
      @Doc("A text that its body contains, in any case; left out where the status alone says it.")
          @Nullable String contains) {
    private static final Set<Integer> OF_OTHERS = Set.of(400, 401, 403, 404, 408, 409, 410, 422);

    public Throttled {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException("status: " + status + " is not between 400 and 599");
      }
      if (contains == null ? OF_OTHERS.contains(status) : contains.isBlank()) {
        throw new IllegalArgumentException(
            "contains: "
                + (contains == null ? "left out" : "empty")
                + "; every "
                + status
                + " would pass for a request to wait, and the run would wait for ever; give a text"
                + " of the body by which it is known");
      }
    }
  }
}
