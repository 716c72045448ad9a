package dev.tidemark.rest.request;

import dev.tidemark.core.source.AccountOutcome;
import dev.tidemark.core.source.AccountOutcome.Known;
import dev.tidemark.core.source.AccountOutcome.Unknown;
import dev.tidemark.core.source.AccountReader;
import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.core.source.Turn;
import dev.tidemark.core.state.Account;
import dev.tidemark.rest.definition.AccountId;
import dev.tidemark.rest.http.Query;
import dev.tidemark.rest.http.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks an API whose account it shows, as its definition says. The answer is kept as long as the
 * process and the credential.
 */
public final class RestAccountReader implements AccountReader {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int MAX_BODY = 1024 * 1024;
  private static final int MAX_ID = 200;

  private final Session session;
  private final AccountId declared;
  private final Line line;
  private final Access access;
  private final Refusals refusals;

  /**
   * Asks as {@code session} does, over {@code line}.
   *
   * @param declared how the API says whose account it is
   */
  public RestAccountReader(Session session, AccountId declared, Line line) {
    this.session = session;
    this.declared = declared;
    this.line = line;
    this.access = new Access(session, line.transport());
    this.refusals = new Refusals(session, line.clock());
  }

  @Override
  public String origin() {
    return session.baseUrl().address();
  }

  @Override
  public AccountOutcome read(Duration limit) throws InterruptedException {
    Account kept = session.memory().account(origin(), session.authorization());
    AccountOutcome outcome = kept == null ? ask(limit) : new Known(kept);
    if (Thread.interrupted()) {
      throw new InterruptedException("the leg was asked to stop");
    }
    if (outcome instanceof Known(Account account)) {
      session.memory().opens(session.authorization(), account);
    }
    return outcome;
  }

  private AccountOutcome ask(Duration limit) {
    Duration brief = limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
    return switch (access.entry(line.clock().instant(), brief)) {
      case Access.Entry.Closed(PageOutcome why) -> new Unknown(why);
      case Access.Entry.Open open -> {
        yield switch (line.take()) {
          case Turn.Now turn -> ask(turn, open, brief);
          case Turn.Later(Instant until) -> new Unknown(new Throttled(until, false, null));
        };
      }
    };
  }

  private AccountOutcome ask(Turn.Now turn, Access.Entry.Open entry, Duration limit) {
    Map<String, String> headers = session.headers();
    headers.putAll(entry.shown().headers());
    URI uri =
        new Query().at(session.baseUrl().origin(), session.baseUrl().path() + declared.path());
    try (Response answer =
        access.told(line.send(turn, way -> way.get(entry.shown().in(uri), headers, limit)))) {
      boolean ended = access.judge(entry, answer) == Access.Verdict.ENDED;
      return answer.status() == OK ? known(answer) : new Unknown(refusal(answer, ended));
    } catch (IOException e) {
      String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Unknown(unavailable("gave no whole answer: " + said, null));
    }
  }

  private AccountOutcome known(Response answer) throws IOException {
    ErrorBody body = new ErrorBody(answer.body().readNBytes(MAX_BODY), session.redactor());
    String requestId = refusals.requestId(answer, body);
    if (!body.isObject()) {
      return new Unknown(unavailable("gave no JSON object", requestId));
    }
    String id = body.at(declared.id());
    String problem = problem(id);
    return id == null || problem != null
        ? new Unknown(new Refused(place() + problem, requestId))
        : new Known(new Account(origin(), id));
  }

  /** Why {@code id} cannot be kept, with the key to correct; null if it can. */
  private @Nullable String problem(@Nullable String id) {
    if (id == null || id.isEmpty() || id.length() > MAX_ID) {
      return " holds no id of an account at "
          + declared.id()
          + "; correct account.id in the definition";
    }
    return id.equals(session.redactor().clean(id))
        ? null
        : " holds a part of the credential at "
            + declared.id()
            + ", which is kept nowhere; name another member in account.id of the definition";
  }

  /** A refusal of the account is one of a page: only the words for a page's end mean nothing. */
  private PageOutcome refusal(Response answer, boolean tokenEnded) {
    return switch (tokenEnded
        ? refusals.ofEndedToken("", answer)
        : refusals.outcome(answer, false, "")) {
      case PageOutcome.Delivered(var _, var _, String id, var _, var _) ->
          new Unavailable(session.baseUrl().origin() + " does not tell the account", id);
      case PageOutcome other -> other;
    };
  }

  private Unavailable unavailable(String what, @Nullable String requestId) {
    return new Unavailable(session.redactor().clean(place() + " " + what), requestId);
  }

  private String place() {
    return session.baseUrl().origin() + session.baseUrl().path() + declared.path();
  }
}
