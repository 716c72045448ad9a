package dev.tidemark.rest.request;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.rest.definition.Errors;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Turns an answer that is no success into what it means; the status decides, the body only
 * explains.
 */
public final class Refusals {
  private static final int MAX_BODY = 64 * 1024;
  private static final String LACKING =
      "Where this account lacks the resource, tidemark pause leaves it out until it is resumed";

  private final Session session;
  private final InstantSource clock;

  /** Reads the refusals that {@code session} meets. */
  public Refusals(Session session, InstantSource clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * What {@code answer} means.
   *
   * @param withCursor whether the request carried a cursor
   * @param remark what to say of it if it refuses the question
   */
  public PageOutcome outcome(Response answer, boolean withCursor, String remark) {
    ErrorBody body = new ErrorBody(explanation(answer), session.redactor());
    Errors errors = session.definition().answers().errors();
    String id = requestId(answer, body);
    String message = body.message(errors.message());
    String reason = reason(answer, message);
    int status = answer.status();
    if (body.saysAnyOf(status, errors.nothingNew())) {
      return new PageOutcome.Delivered(null, null, id, ServerClock.date(answer, clock.instant()));
    }
    Duration stated = stated(answer, body);
    Duration wait = stated == null ? unstated(answer, message) : stated;
    if (RateSigns.asksToWait(answer, body, errors, stated != null, wait)) {
      return throttled(wait == null ? Duration.ZERO : wait, id);
    }
    if (withCursor && errors.cursorRejected().contains(status)) {
      return new PageOutcome.CursorRejected(reason + remark, id);
    }
    if (status >= 500 || status < 300 || status == 408 || status == 409 || status == 425) {
      return new PageOutcome.Unavailable(reason + remedy(status), id);
    }
    return new PageOutcome.Refused(reason + (remark.isEmpty() ? remedy(status) : remark), id);
  }

  /** What an answer whose body asks to wait means, whatever its status. */
  PageOutcome throttled(Response answer, ErrorBody body, String message, @Nullable String id) {
    Duration stated = stated(answer, body);
    Duration wait = stated == null ? unstated(answer, message) : stated;
    return throttled(wait == null ? Duration.ZERO : wait, id);
  }

  /** What {@code answer}, by which a token has ended, means at {@code place}. */
  public PageOutcome ofEndedToken(String place, Response answer) {
    PageOutcome refusal = outcome(answer, false, "");
    return refusal instanceof PageOutcome.Refused(var _, String id)
        ? new PageOutcome.Unavailable(
            place + "the token is not accepted any more; a new one is fetched", id)
        : refusal;
  }

  /** Whether {@code status} refuses what was asked for, and not who asked. */
  public boolean ofQuery(int status) {
    return status == 400 || status == 404 || status == 422;
  }

  private static byte[] explanation(Response answer) {
    try {
      return answer.body().readNBytes(MAX_BODY);
    } catch (IOException e) {
      // A refusal whose explanation breaks off is the same refusal.
      return new byte[0];
    }
  }

  /** The vendor's id of a request, from where the definition says; null where there is none. */
  @Nullable String requestId(Response answer, @Nullable ErrorBody body) {
    Location location = session.definition().answers().requestId();
    if (location == null) {
      return null;
    }
    MemberPath path = location.body();
    if (path == null) {
      String id = answer.header(String.valueOf(location.header()));
      return id == null ? null : session.redactor().clean(id);
    }
    return body == null ? null : body.clean(path);
  }

  private PageOutcome throttled(Duration wait, @Nullable String id) {
    Instant until = clock.instant().plus(wait);
    return new PageOutcome.Throttled(until, true, id);
  }

  /** How long to wait, from where the standard or the definition says. */
  private @Nullable Duration stated(Response answer, ErrorBody body) {
    Duration header =
        RetryAfter.header(answer.header("Retry-After"), answer.header("Date"), clock.instant());
    if (header != null) {
      return header;
    }
    Errors errors = session.definition().answers().errors();
    for (MemberPath path : errors.retryAfter()) {
      String said = body.at(path);
      Duration wait =
          said == null
              ? null
              : RetryAfter.until(said, clock.instant(), errors.retryAfterUnit().seconds());
      if (wait != null) {
        return wait;
      }
    }
    return null;
  }

  private @Nullable Duration unstated(Response answer, String message) {
    Duration reset = RateSigns.untilReset(answer, clock.instant());
    return reset == null ? RetryAfter.prose(message) : reset;
  }

  private String reason(Response answer, String message) {
    return session.baseUrl().origin()
        + " answered "
        + answer.status()
        + (message.isEmpty() ? "" : " (" + message + ")");
  }

  private String remedy(int status) {
    return switch (status) {
      case 401 ->
          session.definition().entrance().auth().none()
              ? ": it wants a credential, and the definition says auth.none; declare how it is"
                  + " shown"
              : ": the credential is refused; replace it";
      case 403 ->
          ": the credential may not read this; give it the scope or role that it lacks. Where this"
              + " is a rate limit, declare that under errors.throttled. "
              + LACKING;
      case 404 ->
          ": there is nothing at this path; is the base URL right? An API that answers an empty"
              + " list so says it in its body: declare that under errors.nothingNew. "
              + LACKING;
      case 204, 304 ->
          " where a page was expected; if that is how this API answers an empty list, declare"
              + " errors.nothingNew: [{status: "
              + status
              + "}]";
      case 300, 301, 302, 303, 307, 308 ->
          ": redirects are not followed, since they would carry the credential elsewhere; set the"
              + " base URL to where the API is";
      default -> "";
    };
  }
}
