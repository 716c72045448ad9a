package dev.tidemark.rest.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for a token. */
public sealed interface TokenAnswer {
  /**
   * A token; it prints as nothing.
   *
   * @param lives how long it can be used; null where that was not said
   */
  record Granted(String token, @Nullable Duration lives) implements TokenAnswer {
    @Override
    public String toString() {
      return "Granted[…]";
    }
  }

  /**
   * The credential is rejected; the operator has to act.
   *
   * @param reason one sentence
   */
  record Denied(String reason) implements TokenAnswer {}

  /**
   * The next attempt may succeed.
   *
   * @param reason one sentence
   * @param pause how long the server asks to wait; null where it did not say
   * @param limited whether it was asked too often, so that it is a wait and no failure
   */
  record Later(String reason, @Nullable Duration pause, boolean limited) implements TokenAnswer {}
}
