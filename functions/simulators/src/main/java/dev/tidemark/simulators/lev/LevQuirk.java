package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.server.Quirk;

/** Where Lev's documents contradict each other, stay silent, or describe trouble. */
public sealed interface LevQuirk extends Quirk {

  /**
   * 429 whatever the rate. Lev 1.5 prints the June body with retry_after_seconds and the March body
   * with the wait in prose; lev 1.6: "No Retry-After header is documented anywhere".
   */
  record RateLimited(LevErrorShape shape, RetryHint retryAfter, long seconds) implements LevQuirk {}

  /**
   * What happens to {@code filter[updated_at]}. Lev 1.7: "Reaction to an unsupported filter is
   * unknown (ignored? 400? documents answers 422)". Without this quirk deals honour it; the other
   * lists know no filter and answer 400 in any case.
   */
  record UpdatedAtFilter(Reaction reaction) implements LevQuirk {
    /** What a resource does with the filter. */
    public enum Reaction {
      /** Takes it and returns everything. */
      IGNORED,
      /** Takes it and filters. */
      HONOURED,
      /** Answers 422. */
      REFUSED
    }
  }

  /** Every error in this shape (lev 1.5). */
  record ErrorsShapedAs(LevErrorShape shape) implements LevQuirk {}

  /** 401 in spite of a good key, as after a revocation (lev 1.5, "missing/invalid/expired"). */
  record Unauthorized() implements LevQuirk {}

  /** 403 for want of a scope (lev 1.5, "Missing required scope: documents:read"). */
  record Forbidden(String scope) implements LevQuirk {}

  /**
   * The child resources of one deal answer 403 or 404 while the deal itself is there. Lev 1.5:
   * "scope / tier" and "missing or not visible".
   */
  record ParentRefused(String deal, int status) implements LevQuirk {
    public ParentRefused {
      if (status != 403 && status != 404) {
        throw new IllegalArgumentException("status not 403 or 404: " + status);
      }
    }
  }

  /**
   * A record that exists answers 404. Lev 1.5: "missing or not visible (no information leakage)".
   */
  record HiddenAsNotFound() implements LevQuirk {}

  /** 400 whose error is a string. Lev 1.5: "Active account required. Provide X-Active-Account". */
  record ActiveAccountRequired() implements LevQuirk {}

  /** 400 for a good cursor. Lev 1.4: "Cursor lifetime and the answer to a bad cursor: unknown". */
  record CursorRejected() implements LevQuirk {}

  /** 500 or 503 in the error envelope (lev 1.5: "L-OAS never lists 429/500"). */
  record ServerError(int status) implements LevQuirk {}
}
