package dev.tidemark.rest;

import dev.tidemark.core.traversal.PageOutcome;
import dev.tidemark.core.traversal.PageReader;
import dev.tidemark.core.traversal.PageRequest;
import dev.tidemark.core.traversal.PageSink;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.PageSize;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Answer;
import dev.tidemark.rest.http.Query;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.rest.json.Envelope;
import dev.tidemark.rest.json.MalformedPageException;
import dev.tidemark.rest.json.PageScanner;
import dev.tidemark.rest.json.PageTooLargeException;
import dev.tidemark.rest.json.Times;
import dev.tidemark.rest.json.TooDeepException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Reads the pages of one resource, as its definition says. */
public final class RestPageReader implements PageReader {
  /** No page needs longer; one that drips is broken off. */
  private static final Duration LONGEST_PAGE = Duration.ofMinutes(2);

  private static final int OK = 200;

  private final SourceConnection source;
  private final Resource resource;
  private final Transport transport;
  private final InstantSource clock;
  private final PageScanner scanner;
  private final PageEnd end;
  private final Refusals refusals;
  private final Pacer pacer;

  RestPageReader(
      SourceConnection source, Resource resource, Transport transport, InstantSource clock) {
    this.source = source;
    this.resource = resource;
    this.transport = transport;
    this.clock = clock;
    this.end = new PageEnd(source.definition(), resource, source.redactor());
    this.scanner = new PageScanner(end.shape(), RecordShapes.of(resource));
    this.refusals = new Refusals(source, clock);
    this.pacer = new Pacer(source.settings().perMinute());
  }

  @Override
  public PageOutcome read(PageRequest request, PageSink sink) throws InterruptedException {
    Instant now = clock.instant();
    Instant free = pacer.next(now);
    if (free.isAfter(now)) {
      return new PageOutcome.Throttled(free, false, null);
    }
    pacer.send(now);
    Duration limit = request.limit().compareTo(LONGEST_PAGE) < 0 ? request.limit() : LONGEST_PAGE;
    try (Answer answer = transport.get(url(request), source.headers(), limit)) {
      if (answer.status() == OK) {
        return page(answer, now, sink);
      }
      PageOutcome refusal = refusals.outcome(answer, request.cursor() != null);
      interrupted();
      return refusal;
    } catch (IOException e) {
      interrupted();
      return new PageOutcome.Unavailable(
          source.redactor().clean(place() + " gave no whole answer: " + describe(e)), null);
    }
  }

  private PageOutcome page(Answer answer, Instant asked, PageSink sink)
      throws IOException, InterruptedException {
    try {
      Envelope envelope = scanner.scan(answer.body(), source.settings().maxResponseBytes(), sink);
      return end.outcome(place(), envelope, answer, asked);
    } catch (PageTooLargeException | TooDeepException e) {
      return new PageOutcome.Refused(place() + ": " + e.getMessage(), requestId(answer));
    } catch (MalformedPageException e) {
      interrupted();
      String type = answer.header("Content-Type");
      String problem =
          type != null && type.contains("html")
              ? "the answer is HTML, not JSON; is the base URL right?"
              : String.valueOf(e.getMessage());
      return new PageOutcome.Unavailable(
          source.redactor().clean(place() + ": " + problem), requestId(answer));
    }
  }

  private URI url(PageRequest request) {
    Query query = new Query().with(resource.parameters());
    PageSize size = resource.pageSize();
    if (size != null) {
      query.with(size.parameter(), Integer.toString(source.settings().pageSize(size)));
    }
    Filter filter = resource.filter();
    if (filter != null) {
      Instant from = request.from();
      if (from != null) {
        query.with(filter.from(), Times.format(from, filter.format()));
      }
      Instant until = request.until();
      if (until != null && filter.until() != null) {
        query.with(filter.until(), Times.format(until, filter.format()));
      }
    }
    if (request.cursor() != null && resource.pagination() instanceof Pagination.Cursor paging) {
      query.with(paging.parameter(), request.cursor().text());
    }
    return query.at(source.baseUrl().origin(), source.baseUrl().path() + resource.path());
  }

  private String place() {
    return source.baseUrl().origin() + source.baseUrl().path() + resource.path();
  }

  private @org.jspecify.annotations.Nullable String requestId(Answer answer) {
    return end.requestId(scanner.seen(), answer);
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
