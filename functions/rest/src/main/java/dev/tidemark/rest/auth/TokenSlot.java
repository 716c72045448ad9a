package dev.tidemark.rest.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The token of one credential, shared by all readers in a process. A token that is refused is
 * replaced once; if the next one is refused before it was ever accepted, no other would be.
 */
public final class TokenSlot {
  private static final Duration EARLY = Duration.ofMinutes(1);

  private @Nullable Held held;
  private boolean replacing;

  private record Held(String token, @Nullable Instant renewAt) {}

  /**
   * The token to show now; asks for one where there is none that lives long enough.
   *
   * @param request asks for a token
   */
  public synchronized TokenAnswer token(Instant now, Supplier<TokenAnswer> request) {
    Held current = held;
    if (current != null && (current.renewAt() == null || now.isBefore(current.renewAt()))) {
      return new TokenAnswer.Granted(current.token(), null);
    }
    TokenAnswer answer = request.get();
    if (answer instanceof TokenAnswer.Granted(String token, Duration lives)) {
      held = new Held(token, lives == null ? null : now.plus(lives).minus(early(lives)));
    }
    return answer;
  }

  /** A token that lives shorter than twice a minute is renewed in the middle of its life. */
  private static Duration early(Duration lives) {
    Duration half = lives.dividedBy(2);
    return half.compareTo(EARLY) < 0 ? half : EARLY;
  }

  /** The API took {@code token}. */
  public synchronized void accepted(String token) {
    if (held != null && held.token().equals(token)) {
      replacing = false;
    }
  }

  /**
   * The API refused {@code token}.
   *
   * @return whether the request may be made again, with another token
   */
  public synchronized boolean refused(String token) {
    if (held == null) {
      // Another reader was refused with it before, and what came of that holds for this one too.
      return replacing;
    }
    if (!held.token().equals(token)) {
      // Another reader has replaced it meanwhile.
      return true;
    }
    held = null;
    replacing = !replacing;
    return replacing;
  }
}
