package dev.tidemark.simulators.credential;

import java.time.Instant;

/**
 * An access token as it was issued.
 *
 * @param text what the client sends behind {@code Bearer}
 * @param scope what it was issued for, as the client asked for it
 * @param expiresAt the first instant at which it is refused
 */
public record AccessToken(String text, String scope, Instant expiresAt) {
  public AccessToken {
    if (text.isBlank()) {
      throw new IllegalArgumentException("text is blank");
    }
  }
}
