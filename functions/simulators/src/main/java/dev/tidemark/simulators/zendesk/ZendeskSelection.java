package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Visibility;
import dev.tidemark.simulators.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which rows an export shows to a query, and how (contract zendesk 3.3, 3.5, 3.6). */
final class ZendeskSelection {
  private final Dataset dataset;

  ZendeskSelection(Dataset dataset) {
    this.dataset = dataset;
  }

  /** What is not gone for all credentials, tickets of AI agents included. */
  static boolean exists(Row row) {
    return row.visibility() != Visibility.DELETED;
  }

  static boolean ofAiAgent(Row ticket) {
    return ticket.visibility() == Visibility.PRIVATE;
  }

  /** Zendesk 3.3: "default agent → AI-agent tickets silently missing unless all". */
  Predicate<Row> of(ZendeskCall call, ZendeskQuery query) {
    Predicate<Row> selected = ZendeskSelection::exists;
    selected = selected.and(settled(call.request().at(), call.exclusion()));
    return switch (call.route().resource()) {
      case ZendeskWorld.TICKETS -> selected.and(row -> query.all() || !ofAiAgent(row));
      case ZendeskWorld.TICKET_EVENTS ->
          selected.and(row -> query.all() || !ofAiAgent(ticketOf(row)));
      default -> selected;
    };
  }

  /** The records as they are written for a call. */
  static List<Json> written(ZendeskCall call, ZendeskQuery query, List<Row> rows) {
    return rows.stream().map(row -> written(call, query, row)).toList();
  }

  private static Json written(ZendeskCall call, ZendeskQuery query, Row row) {
    if (call.meets(ZendeskQuirk.MinimalTombstones.class) && TicketShapes.isDeleted(row)) {
      return row.json().only(Set.of("id", "status", TicketShapes.GENERATED));
    }
    if (query.include().contains("comment_events")) {
      return EventShapes.withComments(row);
    }
    return query.include().contains("dates") ? TicketShapes.withDates(row) : row.json();
  }

  /** A second is shown when it is over: else a cursor would pass by what still happens in it. */
  private static Predicate<Row> settled(Instant now, Duration exclusion) {
    long latest = now.minus(exclusion).getEpochSecond();
    return row -> exclusion.isZero() || ZendeskWorld.second(row) < latest;
  }

  /** The ticket of an event; an event without one stands for itself. */
  private Row ticketOf(Row event) {
    Row ticket =
        dataset
            .collection(ZendeskWorld.TICKETS)
            .find(String.valueOf(event.json().raw("ticket_id")));
    return ticket == null ? event : ticket;
  }
}
