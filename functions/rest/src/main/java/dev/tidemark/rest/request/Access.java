package dev.tidemark.rest.request;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.rest.auth.ShownHeader;
import dev.tidemark.rest.auth.TokenAnswer;
import dev.tidemark.rest.auth.TokenGrant;
import dev.tidemark.rest.auth.TokenRequest;
import dev.tidemark.rest.auth.TokenSlot;
import dev.tidemark.rest.http.Transport;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a reader shows to be let in, a token that has to be fetched first included. */
public final class Access {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Session session;
  private final Transport transport;

  /** Lets requests of {@code session} in; a token is fetched over {@code transport}. */
  public Access(Session session, Transport transport) {
    this.session = session;
    this.transport = transport;
  }

  /** A way in, or why there is none. */
  public sealed interface Entry {
    /**
     * A header to show.
     *
     * @param token the token in it; null where it was not fetched
     */
    record Open(ShownHeader shown, @Nullable String token) implements Entry {}

    /** No token was given. */
    record Closed(PageOutcome outcome) implements Entry {}
  }

  /**
   * What is to be shown now.
   *
   * @param limit how long fetching a token may take
   */
  public Entry entry(Instant now, Duration limit) {
    return switch (session.authorization()) {
      case ShownHeader shown -> new Entry.Open(shown, null);
      case TokenGrant grant -> {
        // Every reader of this credential waits meanwhile.
        Duration brief = limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
        TokenRequest request =
            new TokenRequest(transport, session.baseUrl(), grant, session.redactor());
        yield switch (slot(grant).token(now, () -> request.send(brief))) {
          case TokenAnswer.Granted(String token, var _) -> {
            session.redactor().learn(token);
            yield new Entry.Open(new ShownHeader("Authorization", "Bearer " + token), token);
          }
          case TokenAnswer.Denied(String reason) ->
              new Entry.Closed(new PageOutcome.Refused(place() + reason, null));
          case TokenAnswer.Later(String reason, Duration pause) ->
              new Entry.Closed(
                  pause == null
                      ? new PageOutcome.Unavailable(place() + reason, null)
                      : new PageOutcome.Throttled(now.plus(pause), false, null));
        };
      }
    };
  }

  /**
   * Takes note of how {@code entry} was answered.
   *
   * @return whether the refusal is one of a token that has ended, so that the page may be asked for
   *     again with another
   */
  public boolean hasEnded(Entry.Open entry, int status) {
    if (entry.token() == null || !(session.authorization() instanceof TokenGrant grant)) {
      return false;
    }
    if (status == 401) {
      return slot(grant).refused(entry.token());
    }
    slot(grant).accepted(entry.token());
    return false;
  }

  private TokenSlot slot(TokenGrant grant) {
    return session.memory().token(session.baseUrl().origin() + session.baseUrl().path(), grant);
  }

  private String place() {
    return session.baseUrl().origin() + ": ";
  }
}
