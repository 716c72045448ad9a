package dev.tidemark.rest.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.rest.auth.Presented;
import dev.tidemark.rest.auth.TokenAnswer;
import dev.tidemark.rest.auth.TokenGrant;
import dev.tidemark.rest.auth.TokenRequest;
import dev.tidemark.rest.auth.TokenSlot;
import dev.tidemark.rest.definition.TokenEnd;
import dev.tidemark.rest.http.KeptAnswer;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a reader shows to be let in, a token that has to be fetched first included. */
public final class Access {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int REFUSES_WHO_ASKS = 401;

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
     * Something to show.
     *
     * @param token the token in it; null where it was not fetched
     */
    record Open(Presented shown, @Nullable String token) implements Entry {}

    /** No token was given. */
    record Closed(PageOutcome outcome) implements Entry {}
  }

  /** What an answer says of the token that was shown. */
  public enum Verdict {
    /** Nothing: it was taken, or none was fetched. */
    TAKEN,
    /** It has ended; the same may be asked again with another. */
    ENDED,
    /** It is refused, and another one would be too. */
    REFUSED
  }

  /**
   * What is to be shown now.
   *
   * @param limit how long fetching a token may take
   */
  public Entry entry(Instant now, Duration limit) {
    return switch (session.authorization()) {
      case Presented shown -> new Entry.Open(shown, null);
      case TokenGrant grant -> {
        // Every reader of this credential waits meanwhile.
        Duration brief = limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
        URI uri = grant.endpoint().at(session.baseUrl());
        TokenRequest request = new TokenRequest(transport, uri, grant, session.redactor());
        yield switch (slot(grant).token(now, () -> request.send(brief, one -> wait(one, now)))) {
          case TokenAnswer.Granted(String token, var _) -> {
            session.redactor().learn(token);
            yield new Entry.Open(grant.shown(token), token);
          }
          case TokenAnswer.Denied(String reason) ->
              new Entry.Closed(new PageOutcome.Refused(place(uri) + reason, null));
          case TokenAnswer.Later later -> new Entry.Closed(later(later, uri, now));
        };
      }
    };
  }

  private static PageOutcome later(TokenAnswer.Later later, URI uri, Instant now) {
    Duration pause = later.pause() == null ? Duration.ZERO : later.pause();
    return later.limited() || later.pause() != null
        ? new PageOutcome.Throttled(now.plus(pause), later.limited(), null)
        : new PageOutcome.Unavailable(place(uri) + later.reason(), null);
  }

  private static @Nullable Duration wait(Response answer, Instant now) {
    return RetryAfter.header(answer.header("Retry-After"), answer.header("Date"), now);
  }

  /** {@code answer}, whose body may be read twice where that tells whether a token has ended. */
  public Response told(Response answer) {
    return session.authorization() instanceof TokenGrant grant
            && grant.endpoint().ended().stream().anyMatch(end -> end.status() == answer.status())
        ? new KeptAnswer(answer)
        : answer;
  }

  /**
   * Takes note of how {@code entry} was answered.
   *
   * @param answer as {@link #told} gave it
   */
  public Verdict judge(Entry.Open entry, Response answer) throws IOException {
    if (entry.token() == null || !(session.authorization() instanceof TokenGrant grant)) {
      return Verdict.TAKEN;
    }
    if (answer.status() == REFUSES_WHO_ASKS || saysEnded(grant, answer)) {
      return slot(grant).refused(entry.token()) ? Verdict.ENDED : Verdict.REFUSED;
    }
    slot(grant).accepted(entry.token());
    return Verdict.TAKEN;
  }

  /**
   * The status that {@code answer} counts as: one that says that a token has ended refuses who
   * asks, whatever its number, and never says that there is no such record or page.
   */
  public static int meant(Verdict verdict, Response answer) {
    return verdict == Verdict.TAKEN ? answer.status() : REFUSES_WHO_ASKS;
  }

  private static boolean saysEnded(TokenGrant grant, Response answer) throws IOException {
    if (!(answer instanceof KeptAnswer)) {
      return false;
    }
    String said = new String(answer.body().readAllBytes(), UTF_8).toLowerCase(Locale.ROOT);
    for (TokenEnd end : grant.endpoint().ended()) {
      if (end.status() == answer.status()
          && said.contains(end.contains().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private TokenSlot slot(TokenGrant grant) {
    return session.memory().token(session.baseUrl().origin() + session.baseUrl().path(), grant);
  }

  private static String place(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority() + ": ";
  }
}
