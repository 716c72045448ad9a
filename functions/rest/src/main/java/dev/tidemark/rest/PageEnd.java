package dev.tidemark.rest;

import dev.tidemark.core.state.Cursor;
import dev.tidemark.core.traversal.PageOutcome;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.auth.Redactor;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.Pagination;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.http.Answer;
import dev.tidemark.rest.json.Envelope;
import dev.tidemark.rest.json.EnvelopeShape;
import dev.tidemark.rest.json.Scalar;
import dev.tidemark.rest.json.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides from what stands around the records whether there is more, and believes nothing that
 * contradicts itself.
 */
final class PageEnd {
  private final Definition definition;
  private final Resource resource;
  private final Redactor redactor;

  PageEnd(Definition definition, Resource resource, Redactor redactor) {
    this.definition = definition;
    this.resource = resource;
    this.redactor = redactor;
  }

  /** What has to be looked at. */
  EnvelopeShape shape() {
    List<String> paths = new ArrayList<>();
    if (resource.pagination() instanceof Pagination.Cursor paging) {
      paths.add(paging.next());
      if (paging.more() != null) {
        paths.add(paging.more());
      }
    }
    for (Location location :
        new @Nullable Location[] {definition.requestId(), definition.serverTime()}) {
      if (location != null && location.body() != null) {
        paths.add(location.body());
      }
    }
    return new EnvelopeShape(resource.records(), paths);
  }

  /** What a page that was read to its end comes to. */
  PageOutcome outcome(String place, Envelope envelope, Answer answer, Instant asked) {
    String id = requestId(envelope, answer);
    return switch (resource.pagination()) {
      case Pagination.None() -> delivered(place, null, id, envelope, answer, asked);
      case Pagination.Cursor paging -> {
        String broken = contradiction(paging, envelope);
        yield broken == null
            ? delivered(place, next(paging, envelope), id, envelope, answer, asked)
            : new PageOutcome.Refused(place + ": " + broken, id);
      }
    };
  }

  private static @Nullable String next(Pagination.Cursor paging, Envelope envelope) {
    boolean more = paging.more() == null || isTrue(envelope.at(paging.more()));
    return more ? envelope.text(paging.next()) : null;
  }

  /**
   * An end of data is believed only when the API says so in the way that its definition declares.
   */
  private static @Nullable String contradiction(Pagination.Cursor paging, Envelope envelope) {
    String moreAt = paging.more();
    Scalar next = envelope.at(paging.next());
    if (moreAt == null) {
      return next == null
          ? "the page has no "
              + paging.next()
              + ", not even null; is the definition's pagination right?"
          : tooLong(paging, next);
    }
    Scalar more = envelope.at(moreAt);
    if (more == null || more.kind() != Scalar.Kind.FLAG) {
      return "the page has no "
          + moreAt
          + " of true or false: whether there is more cannot be told";
    }
    if (!isTrue(more)) {
      return null;
    }
    if (next == null || !next.isValue()) {
      return next != null && next.kind() == Scalar.Kind.NESTED
          ? tooLong(paging, next)
          : moreAt
              + " is true but "
              + paging.next()
              + " is empty: asking again without a cursor would begin anew for ever";
    }
    return tooLong(paging, next);
  }

  private static @Nullable String tooLong(Pagination.Cursor paging, Scalar next) {
    boolean readable = next.kind() != Scalar.Kind.NESTED && next.kind() != Scalar.Kind.FLAG;
    return !readable || next.text().length() > Cursor.MAX_LENGTH
        ? paging.next() + " is no text of at most " + Cursor.MAX_LENGTH + " characters"
        : null;
  }

  private static boolean isTrue(@Nullable Scalar flag) {
    return flag != null && flag.text().equals("true");
  }

  private PageOutcome delivered(
      String place,
      @Nullable String next,
      @Nullable String requestId,
      Envelope envelope,
      Answer answer,
      Instant asked) {
    boolean bookmarks = resource.promote() == Promotion.CURSOR;
    String bookmark =
        bookmarks && resource.pagination() instanceof Pagination.Cursor paging
            ? envelope.text(paging.next())
            : null;
    if (next != null && !envelope.hadRecords()) {
      // No further page and no list is an empty page; a further page behind no list is an accident.
      return new PageOutcome.Unavailable(
          place + ": " + resource.records() + " is null although there is more", requestId);
    }
    return new PageOutcome.Delivered(
        next, bookmark, requestId, serverTime(envelope, answer, asked));
  }

  /** The vendor's id of a page, from where the definition says; null where there is none. */
  @Nullable String requestId(Envelope envelope, Answer answer) {
    Location location = definition.requestId();
    if (location == null) {
      return null;
    }
    String id =
        location.header() != null
            ? answer.header(location.header())
            : envelope.text(String.valueOf(location.body()));
    return id == null ? null : redactor.clean(id);
  }

  /** The server's clock; ours where it does not tell. */
  private Instant serverTime(Envelope envelope, Answer answer, Instant asked) {
    Location location = definition.serverTime();
    if (location != null && location.body() != null) {
      String text = envelope.text(location.body());
      Instant at = text == null ? null : Times.instant(text, TimeFormat.ISO_8601);
      if (at != null) {
        return at;
      }
    }
    String date = answer.header("Date");
    Instant at = date == null ? null : RetryAfter.httpDate(date);
    return at == null ? asked : at;
  }
}
