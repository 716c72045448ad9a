package dev.tidemark.cli.check;

import dev.tidemark.core.traversal.PageOutcome;
import dev.tidemark.core.traversal.PageReader;
import dev.tidemark.core.traversal.PageRequest;
import dev.tidemark.core.watermark.Order;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.http.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What one page of a resource shows.
 *
 * @param good whether nothing contradicts the definition
 * @param notes what was seen, a line each
 */
public record ResourceCheck(String resource, boolean good, List<String> notes) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Asks for one page of {@code resource}. */
  public static ResourceCheck of(
      SourceConnection source, String resource, Transport transport, InstantSource clock)
      throws InterruptedException {
    PageReader reader = source.reader(resource, transport, clock).list();
    PageNotes page = new PageNotes();
    PageOutcome outcome = reader.read(new PageRequest(null, null, null, LIMIT), page);
    return switch (outcome) {
      case PageOutcome.Delivered delivered ->
          delivered(source.definition().resource(resource), resource, page, delivered);
      case PageOutcome.Throttled(var until, boolean _, var _) ->
          new ResourceCheck(resource, false, List.of("throttled until " + until + "; ask later"));
      case PageOutcome.Unasked _ ->
          throw new IllegalStateException("a list is read by asking for it");
      case PageOutcome.FilterRefused(String reason, var id) -> refused(resource, reason, id);
      case PageOutcome.Implausible(String reason) -> refused(resource, reason, null);
      case PageOutcome.CursorRejected(String reason, var id) -> refused(resource, reason, id);
      case PageOutcome.Unavailable(String reason, var id) -> refused(resource, reason, id);
      case PageOutcome.Refused(String reason, var id) -> refused(resource, reason, id);
    };
  }

  private static ResourceCheck refused(
      String resource, String reason, @org.jspecify.annotations.Nullable String requestId) {
    return new ResourceCheck(
        resource,
        false,
        List.of(
            reason + (requestId == null ? "" : " (the vendor's request id: " + requestId + ")")));
  }

  private static ResourceCheck delivered(
      Resource definition, String name, PageNotes page, PageOutcome.Delivered delivered) {
    List<String> notes = new ArrayList<>();
    boolean good = true;
    notes.add(
        page.records()
            + " records, "
            + (delivered.next() == null ? "and that is all" : "and there is more"));
    if (page.rejected() > 0) {
      good = false;
      notes.add(page.rejected() + " values could not be records: " + page.firstRejection());
    }
    if (page.duplicates() > 0) {
      notes.add(page.duplicates() + " ids came twice in the page");
    }
    if (definition.watermark() != null && page.undated() > 0) {
      notes.add(
          page.undated()
              + " records have no "
              + definition.watermark().field()
              + " that can be read; they land, and are not promoted");
    }
    if (definition.order() == Order.WATERMARK_ASCENDING && !page.ascending()) {
      good = false;
      notes.add("the records do not ascend by the watermark, as order: watermark-ascending says");
    }
    return new ResourceCheck(name, good, List.copyOf(notes));
  }

  /** What to print. */
  public String lines() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < notes.size(); i++) {
      text.append(
          String.format(
              "%-14s %-4s %s%n",
              i == 0 ? resource : "", i > 0 ? "" : good ? "ok" : "NO", notes.get(i)));
    }
    return text.toString();
  }
}
