package dev.tidemark.rest;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.core.watermark.Promotion;
import dev.tidemark.rest.definition.Location;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Answer;
import dev.tidemark.rest.json.Envelope;
import dev.tidemark.rest.json.EnvelopeShape;
import dev.tidemark.rest.paging.PageSeen;
import dev.tidemark.rest.paging.Paging;
import dev.tidemark.rest.paging.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides from what stands around the records what a page comes to, and believes nothing that
 * contradicts itself.
 */
final class PageEnd {
  private final SourceConnection source;
  private final Resource resource;
  private final Paging paging;
  private final ServerClock server;
  private final BodyErrors errors;

  PageEnd(SourceConnection source, Resource resource, Paging paging, BodyErrors errors) {
    this.errors = errors;
    this.source = source;
    this.resource = resource;
    this.paging = paging;
    this.server = new ServerClock(source.definition().serverTime());
  }

  /** What has to be looked at. */
  EnvelopeShape shape() {
    List<MemberPath> paths = new ArrayList<>(paging.looksAt());
    for (Location location :
        new @Nullable Location[] {source.definition().requestId(), server.location()}) {
      if (location != null && location.body() != null) {
        paths.add(location.body());
      }
    }
    included().forEach(paths::add);
    return new EnvelopeShape(
        resource.records(),
        resource.one(),
        paths.stream().distinct().toList(),
        errors.lookedAt(),
        resource.absentEmpty());
  }

  /**
   * What a page that was read to its end comes to.
   *
   * @param sent when it was asked for
   */
  PageOutcome outcome(String place, PageSeen page, Instant sent) {
    Envelope envelope = page.envelope();
    String id = requestId(envelope, page.answer());
    PageOutcome refusal = errors.refusal(place, envelope, page.answer(), id);
    if (refusal != null) {
      return refusal;
    }
    Warnings warnings = errors.warnings(envelope).plus(paging.noticed(page));
    Instant time = server.time(envelope, page.answer(), sent);
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
          new PageOutcome.Refused(source.redactor().hide(place + ": " + problem), id);
      case Step.Unready(String problem) -> new PageOutcome.Unavailable(place + ": " + problem, id);
      case Step.End(String bookmark) ->
          new PageOutcome.Delivered(
              null, resource.promote() == Promotion.CURSOR ? bookmark : null, id, time, warnings);
      case Step.More(String next) ->
          envelope.hadRecords()
              ? new PageOutcome.Delivered(next, null, id, time, warnings)
              // No further page and no list is an empty page; a further page behind no list is an
              // accident.
              : new PageOutcome.Unavailable(
                  place + ": " + resource.records() + " is null although there is more", id);
    };
  }

  /** What a refusal comes to that says no more than that the walk is behind the last page. */
  PageOutcome behindTheLast(Answer answer, Instant now) {
    return new PageOutcome.Delivered(
        null, null, requestId(scannedNothing(), answer), ServerClock.date(answer, now));
  }

  private static Envelope scannedNothing() {
    return new Envelope(Map.of(), false, 0, null);
  }

  /** What a page comes to that has no list of records and says why; null where it does not. */
  @Nullable PageOutcome withoutRecords(String place, Envelope envelope, Answer answer) {
    return errors.refusal(place, envelope, answer, requestId(envelope, answer));
  }

  private Stream<MemberPath> included() {
    return source.settings().wanted().includedIn(resource).stream().map(MemberPath::to);
  }

  /** What was asked for inside the records and came beside them; null where nothing did. */
  private @Nullable MemberPath aside(Envelope envelope) {
    return included().filter(path -> envelope.at(path) != null).findFirst().orElse(null);
  }

  /** The vendor's id of a page, from where the definition says; null where there is none. */
  @Nullable String requestId(Envelope envelope, Answer answer) {
    Location location = source.definition().requestId();
    if (location == null) {
      return null;
    }
    MemberPath body = location.body();
    String id =
        body == null ? answer.header(String.valueOf(location.header())) : envelope.text(body);
    return id == null ? null : source.redactor().clean(id);
  }
}
