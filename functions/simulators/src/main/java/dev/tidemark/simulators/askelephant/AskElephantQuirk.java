package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.server.Quirk;

/** Where AskElephant's documents contradict each other, stay silent, or describe trouble. */
public sealed interface AskElephantQuirk extends Quirk {

  /** 429 whatever the rate. AskElephant 2.4: "Retry 429 only after respecting Retry-After". */
  record RateLimited(RetryHint retryAfter, long seconds) implements AskElephantQuirk {}

  /** 401 with WWW-Authenticate in spite of a good credential (askelephant 2.4, 2.5). */
  record Unauthorized() implements AskElephantQuirk {}

  /** 403 for want of a scope (askelephant 2.5). */
  record Forbidden(String scope) implements AskElephantQuirk {}

  /** 500, 502, 503 or 504 as problem+json (askelephant 2.5). */
  record ServerError(int status) implements AskElephantQuirk {}

  /** A good cursor is refused. AskElephant 2.3: "Cursor lifetime and invalid-cursor answer". */
  record CursorRejected() implements AskElephantQuirk {}

  /**
   * Refused cursors get 422 in place of 400. AskElephant 2.5: "the sample is 422 for exactly such a
   * parameter: client treats 400 and 422 alike".
   */
  record CursorsRefusedWith422() implements AskElephantQuirk {}
}
