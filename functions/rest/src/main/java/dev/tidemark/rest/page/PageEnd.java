package dev.tidemark.rest.page;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.auth.Presented;
import dev.tidemark.rest.definition.Advance;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.json.Envelope;
import dev.tidemark.rest.json.EnvelopeShape;
import dev.tidemark.rest.json.NoRecordsException;
import dev.tidemark.rest.json.Scalar;
import dev.tidemark.rest.paging.Asked;
import dev.tidemark.rest.paging.PageSeen;
import dev.tidemark.rest.paging.Paging;
import dev.tidemark.rest.paging.PositionWatch;
import dev.tidemark.rest.paging.Step;
import dev.tidemark.rest.request.BodyErrors;
import dev.tidemark.rest.request.ServerClock;
import dev.tidemark.rest.request.Session;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides from what stands around the records what a page comes to, and believes nothing that
 * contradicts itself.
 */
final class PageEnd {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  private final Session session;
  private final Resource resource;
  private final Paging paging;
  private final ServerClock server;
  private final BodyErrors errors;
  private final PositionWatch positions = new PositionWatch();

  PageEnd(Session session, Resource resource, Paging paging, BodyErrors errors) {
    this.errors = errors;
    this.session = session;
    this.resource = resource;
    this.paging = paging;
    this.server = new ServerClock(session.definition().answers().serverTime());
  }

  /** What has to be looked at. */
  EnvelopeShape shape() {
    List<MemberPath> paths = new ArrayList<>(paging.looksAt());
    for (Location location :
        new @Nullable Location[] {
          session.definition().answers().requestId(), server.location(), resource.answer().total()
        }) {
      if (location != null && location.body() != null) {
        paths.add(location.body());
      }
    }
    included().forEach(paths::add);
    return new EnvelopeShape(
        resource.answer().records(),
        resource.answer().one(),
        paths.stream().distinct().toList(),
        errors.lookedAt(),
        resource.answer().absentEmpty(),
        links(resource.traversal().pagination()));
  }

  private static EnvelopeShape.@Nullable Links links(Pagination pagination) {
    return pagination instanceof Pagination.NextUrl url
            && url.link() != null
            && url.next().body() != null
        ? new EnvelopeShape.Links(url.next().body(), url.link())
        : null;
  }

  /** What a page that was read to its end comes to. */
  PageOutcome outcome(String place, PageSeen page) {
    Envelope envelope = page.envelope();
    String id = requestId(envelope, page.answer());
    PageOutcome refusal = errors.refusal(place, envelope, page.answer(), id);
    if (refusal != null) {
      return refusal;
    }
    Warnings warnings = errors.warnings(envelope).plus(paging.noticed(page));
    Instant time = page.time();
    MemberPath aside = aside(envelope);
    if (aside != null) {
      return new PageOutcome.Refused(
          place
              + ": the answer has what --set include="
              + aside
              + " asks for beside its records, where it does not land; leave it out",
          id);
    }
    return switch (paging.after(page)) {
      case Step.Broken(String problem) ->
          new PageOutcome.Refused(session.redactor().hide(place + ": " + problem), id);
      case Step.Implausible(String problem) ->
          new PageOutcome.Implausible(session.redactor().hide(place + ": " + problem));
      case Step.Unready(String problem) -> new PageOutcome.Unavailable(place + ": " + problem, id);
      case Step.End(String bookmark, boolean inferred) ->
          kept(
              place,
              new Delivered(
                  null,
                  resource.traversal().promote() == Promotion.CURSOR ? bookmark : null,
                  id,
                  time,
                  warnings.plus(full(page, inferred))));
      case Step.More(String next) ->
          more(place, page, new Delivered(next, null, id, time, warnings));
    };
  }

  /** {@code page}, unless the state would keep the credential with it. */
  private PageOutcome kept(String place, Delivered page) {
    String cursor = page.next() == null ? page.bookmark() : page.next();
    return cursor != null
            && session.authorization() instanceof Presented shown
            && shown.isIn(cursor)
        ? new PageOutcome.Refused(
            place
                + ": the cursor of the next page holds the key that was sent in the query, and a"
                + " cursor is kept in the state; where it is a URL, declare kind: next-url, which"
                + " leaves the key out",
            page.requestId())
        : page;
  }

  private PageOutcome more(String place, PageSeen page, Delivered more) {
    if (!page.envelope().hadRecords() && !paging.anew(String.valueOf(more.next()))) {
      // No further page and no list is an empty page; a further page behind no list is an accident.
      return new PageOutcome.Unavailable(
          place + ": " + resource.answer().records().path() + " is null although there is more",
          more.requestId());
    }
    String positions = positions(page, String.valueOf(more.next()));
    if (positions == null) {
      return kept(place, more);
    }
    return losesByPosition(String.valueOf(more.next()))
        ? new PageOutcome.Refused(
            place
                + ": the cursor is a position in the list ("
                + positions
                + "), behind which an edit moves rows that the walk then never sees; nothing was"
                + " published: "
                + remedy(String.valueOf(more.next()))
                + " let every run walk everything (order: unordered, promote: run-start, no"
                + " filter)",
            more.requestId())
        : more.noticed(Warnings.of(Warning.POSITIONAL, 1));
  }

  /** A walk by the bound has its remedy already, except where records share a time. */
  private String remedy(String next) {
    return paging.tied(next)
        ? "more records share one time than a page holds, so ask for larger pages; if the cursor"
            + " names the record that it stands behind, declare walk: cursor; or"
        : "declare walk: bound, with a filter whose bound is gte, or";
  }

  /** What shows that the walk goes by positions; null where nothing does. */
  private @Nullable String positions(PageSeen page, String next) {
    String own = paging.own(next);
    boolean opaque =
        resource.traversal().pagination() instanceof Pagination.Cursor
            || resource.traversal().pagination() instanceof Pagination.NextUrl
            || resource.traversal().pagination() instanceof Pagination.LinkHeader;
    return !opaque || own == null || resource.traversal().promote() == Promotion.CURSOR
        ? null
        : positions.evidence(
            paging.own(page.asked().cursor()),
            own,
            page.envelope().count(),
            resource.traversal().walk() == Advance.CURSOR ? page.shown().lastId() : null);
  }

  /**
   * Whether a row that the position skips is lost: the next run asks for what is newer. A walk by
   * its bound needs the API's cursor only where records share a time; one that is asked for
   * everything by every run shows the row the next time.
   */
  private boolean losesByPosition(String next) {
    return resource.traversal().moves() || paging.tied(next);
  }

  /** An end that was only inferred is suspicious behind a page that is exactly full. */
  private static Warnings full(PageSeen page, boolean inferred) {
    int asked = page.asked().pageSize();
    boolean full = inferred && asked > 0 && page.envelope().count() == asked;
    return Warnings.of(Warning.FULL_LAST_PAGE, full ? 1 : 0);
  }

  /** How many records the API states that the whole list has; null where it does not. */
  @Nullable Long total(PageSeen page) {
    Location location = resource.answer().total();
    Scalar value = location == null || page.asked().from() != null ? null : page.at(location);
    return value != null && WHOLE.matcher(value.text()).matches()
        ? Long.valueOf(value.text())
        : null;
  }

  /** What a refusal comes to that says no more than that the walk is behind the last page. */
  PageOutcome behindTheLast(Asked asked, Response answer, Instant now, Warnings warnings) {
    Instant time = ServerClock.date(answer, now);
    return new PageOutcome.Delivered(
        paging.behind(asked.cursor(), time) instanceof Step.More(String next) ? next : null,
        null,
        requestId(scannedNothing(), answer),
        time,
        warnings);
  }

  /**
   * The server's time of an answer.
   *
   * @param sent when it was asked for
   */
  Instant time(Envelope envelope, Response answer, Instant sent) {
    return server.time(envelope, answer, sent);
  }

  private static Envelope scannedNothing() {
    return new Envelope(Map.of(), false, 0, null);
  }

  /**
   * What a page comes to that could not be read.
   *
   * @param envelope what was seen of it
   */
  PageOutcome unread(String place, IOException e, Envelope envelope, Response answer) {
    String id = requestId(envelope, answer);
    PageOutcome said =
        e instanceof NoRecordsException ? errors.refusal(place, envelope, answer, id) : null;
    return said == null ? UnreadPage.outcome(session.redactor(), place, e, answer, id) : said;
  }

  private Stream<MemberPath> included() {
    return session.settings().wanted().includedIn(resource).stream().map(MemberPath::to);
  }

  /** What was asked for inside the records and came beside them; null where nothing did. */
  private @Nullable MemberPath aside(Envelope envelope) {
    return included().filter(path -> envelope.at(path) != null).findFirst().orElse(null);
  }

  /** The vendor's id of a page, from where the definition says; null where there is none. */
  @Nullable String requestId(Envelope envelope, Response answer) {
    Location location = session.definition().answers().requestId();
    if (location == null) {
      return null;
    }
    MemberPath body = location.body();
    String id =
        body == null ? answer.header(String.valueOf(location.header())) : envelope.text(body);
    return id == null ? null : session.redactor().clean(id);
  }
}
