package dev.tidemark.rest.page;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.core.source.PageSink;
import dev.tidemark.core.source.Turn;
import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.auth.Presented;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Method;
import dev.tidemark.rest.definition.Records;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.json.Envelope;
import dev.tidemark.rest.json.MalformedPageException;
import dev.tidemark.rest.json.MisreadPathException;
import dev.tidemark.rest.json.PageScanner;
import dev.tidemark.rest.json.PageTooLargeException;
import dev.tidemark.rest.json.RecordShape;
import dev.tidemark.rest.json.TooDeepException;
import dev.tidemark.rest.json.Unread;
import dev.tidemark.rest.json.UnreadableRecordException;
import dev.tidemark.rest.paging.Asked;
import dev.tidemark.rest.paging.Fit;
import dev.tidemark.rest.paging.PageSeen;
import dev.tidemark.rest.paging.Paging;
import dev.tidemark.rest.paging.RequestDraft;
import dev.tidemark.rest.query.PageAsk;
import dev.tidemark.rest.query.PageRequests;
import dev.tidemark.rest.record.RecordShapes;
import dev.tidemark.rest.request.Access;
import dev.tidemark.rest.request.BodyErrors;
import dev.tidemark.rest.request.Line;
import dev.tidemark.rest.request.Refusals;
import dev.tidemark.rest.request.ServerBudget;
import dev.tidemark.rest.request.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the pages of one resource, as its definition says. */
public final class RestPageReader implements PageReader {
  /** No page needs longer; one that drips is broken off. */
  private static final Duration LONGEST_PAGE = Duration.ofMinutes(2);

  private final Session session;
  private final Resource resource;
  private final Line line;
  private final Access access;
  private final Paging paging;
  private final PageRequests requests;
  private final PageAsk ask;
  private final PageScanner scanner;
  private final PageEnd end;
  private final Refusals refusals;
  private final ServerBudget budget;
  private int status;
  private volatile @Nullable String unread;

  /** Reads the pages of {@code resource}, over {@code line}. */
  public RestPageReader(Session session, Resource resource, Line line) {
    this(session, resource, line, RecordShapes.of(resource));
  }

  /** The same for records of another {@code shape}. */
  public RestPageReader(Session session, Resource resource, Line line, RecordShape shape) {
    this.paging = Paging.of(resource, session.baseUrl(), session.secretNames());
    this.session = session;
    this.resource = resource;
    this.line = line;
    this.access = new Access(session, line.transport());
    this.requests = new PageRequests(resource, session.settings().wanted(), paging);
    this.ask = new PageAsk(resource.request().pageSize(), session.settings());
    this.refusals = new Refusals(session, line.clock());
    this.end = new PageEnd(session, resource, paging, new BodyErrors(session, refusals));
    this.scanner = new PageScanner(end.shape(), shape);
    this.budget = new ServerBudget(session.definition().limits().rate().headers());
  }

  @Override
  public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
    Instant begun = line.clock().instant();
    Access.Entry entry = access.entry(begun, shorter(request.limit(), LONGEST_PAGE));
    interrupted();
    return switch (entry) {
      case Access.Entry.Closed(PageOutcome outcome) -> outcome;
      case Access.Entry.Open open -> {
        Instant now = line.clock().instant();
        Turn turn = line.take();
        // The leg's end does not move because a token was fetched first.
        Duration left = request.limit().minus(Duration.between(begun, now));
        yield switch (turn) {
          case Turn.Now mine -> held(read(mine, request, sink, open, shorter(left, LONGEST_PAGE)));
          case Turn.Later(Instant until) -> new PageOutcome.Throttled(until, false, null);
        };
      }
    };
  }

  private PageOutcome read(
      Turn.Now turn, PageRequest walk, PageSink sink, Access.Entry.Open entry, Duration limit)
      throws InterruptedException {
    Instant now = line.clock().instant();
    PageRequest begun = paging.begun(walk, now);
    Cursor cursor = begun.cursor();
    PageRequest request = paging.within(begun);
    Fit fit = ask.fit(paging, cursor == null ? null : cursor.text());
    if (fit.problem() != null) {
      return new PageOutcome.Refused(place() + ": " + fit.problem(), null);
    }
    String from = requests.from(request, now);
    RequestDraft draft = requests.draft(request, from, fit);
    Asked asked =
        new Asked(
            draft.uri(session.baseUrl(), resource.request().path()),
            fit.cursor(),
            from,
            fit.size());
    try (Response answer = access.told(send(turn, draft, asked.uri(), entry.shown(), limit))) {
      budget.heed(answer, line);
      Access.Verdict token = access.judge(entry, answer);
      status = Access.meant(token, answer);
      return token == Access.Verdict.ENDED
          ? refusals.ofEndedToken(place() + ": ", answer)
          : PageStatus.holdsPage(status)
              ? page(answer, asked, now, sink)
              : refusal(answer, request, asked);
    } catch (IOException e) {
      interrupted();
      return new PageOutcome.Unavailable(
          session.redactor().clean(place() + " gave no whole answer: " + describe(e)), null);
    }
  }

  /** Who reads beside this one is limited too: it waits as long, instead of being told as well. */
  private PageOutcome held(PageOutcome outcome) {
    if (outcome instanceof PageOutcome.Throttled(Instant until, var _, var _)) {
      line.hold(until);
    }
    return outcome;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private Response send(Turn.Now turn, RequestDraft draft, URI uri, Presented shown, Duration limit)
      throws IOException {
    Map<String, String> headers = session.headers();
    headers.putAll(draft.headers());
    headers.putAll(shown.headers());
    URI whole = shown.in(uri);
    return line.send(
        turn,
        way ->
            resource.request().method() == Method.GET
                ? way.get(whole, headers, limit)
                : way.post(
                    whole, headers, draft.payload(resource.request().sent().bodyForm()), limit));
  }

  /** Whether the page at {@code cursor} is asked for because of records without a time alone. */
  public boolean seeksUndated(@Nullable Cursor cursor) {
    return cursor != null && paging.undated(cursor.text());
  }

  /** The status of the last answer; 0 where none came. */
  public int status() {
    return status;
  }

  /** The server's clock at the last answer, as far as known. */
  public Instant answered() {
    return line.clock().instant();
  }

  private PageOutcome refusal(Response answer, PageRequest request, Asked asked)
      throws InterruptedException {
    boolean behind = paging.endsBy(status, asked.cursor());
    if (behind || isNothing(asked)) {
      Warnings warnings = behind ? paging.endedBy(asked.cursor()) : Warnings.NONE;
      return end.behindTheLast(asked, answer, line.clock().instant(), warnings);
    }
    PageOutcome refusal =
        refusals.outcome(
            answer,
            status == answer.status() && request.cursor() != null,
            paging.remark(status, asked.cursor()));
    interrupted();
    ask.answered(answer.status(), asked.pageSize());
    return selects(request) && refusals.ofQuery(status) && refusal instanceof PageOutcome.Refused r
        ? new PageOutcome.FilterRefused(r.reason(), r.requestId())
        : refusal;
  }

  /**
   * Whether an answer without a body is declared to be an empty list, and may be one. Behind a page
   * that named this one it may not, and undeclared it never is: records that are new would be lost
   * where a proxy answers so.
   */
  private boolean isNothing(Asked asked) {
    return PageStatus.isEmpty(status)
        && session.definition().answers().errors().emptyBy(status)
        && (paging.begins(asked.cursor()) || paging.counts());
  }

  private PageOutcome page(Response answer, Asked asked, Instant sent, PageSink sink)
      throws IOException, InterruptedException {
    if (resource.answer().records().form() == Records.Form.LINES && !answer.saysItsEnd()) {
      return new PageOutcome.Refused(
          place()
              + ": the answer has neither a length nor chunks, so that lines that are cut off look"
              + " like all; report it to the vendor, or declare another form of the list",
          null);
    }
    ShownSink shown = new ShownSink(sink, sent);
    try {
      SameIds ids = new SameIds(shown);
      Envelope envelope = scanner.scan(answer.body(), session.settings().maxResponseBytes(), ids);
      PageSeen seen =
          new PageSeen(envelope, answer, asked, shown.shown(), end.time(envelope, answer, sent));
      Long total = end.total(seen);
      if (total != null) {
        sink.states(total);
      }
      return noted(
          PageStatus.believed(place(), seen, end.outcome(place(), seen), paging::partial), ids);
    } catch (MisreadPathException
        | PageTooLargeException
        | TooDeepException
        | UnreadableRecordException
        | MalformedPageException e) {
      interrupted();
      return end.unread(place(), e, scanner.seen(), answer);
    }
  }

  /** The same outcome with what was noticed of the page's records. */
  private PageOutcome noted(PageOutcome outcome, SameIds ids) {
    Unread odd = scanner.unread();
    if (odd.records() > 0) {
      unread = session.redactor().clean(odd.example());
    }
    Warnings noticed =
        Warnings.of(Warning.SAME_ID_TWICE, ids.differing())
            .plus(Warnings.of(Warning.UNREADABLE_TIME, odd.records()));
    return outcome instanceof PageOutcome.Delivered page ? page.noticed(noticed) : outcome;
  }

  @Override
  public @Nullable String unread() {
    return unread;
  }

  /** Whether it may be the lower bound that is refused. */
  private boolean selects(PageRequest request) {
    Filter filter = resource.traversal().filter();
    return filter != null
        && filter.optional()
        && request.from() != null
        && request.cursor() == null;
  }

  private String place() {
    return session.baseUrl().origin() + session.baseUrl().path() + resource.request().path();
  }

  /** A read that was broken off by an interruption shows as a failed connection. */
  private static void interrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the leg was asked to stop");
    }
  }

  private static String describe(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
