package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/** Which rows an export shows to a query (contract zendesk 3.3, 3.6). */
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

  Predicate<Row> of(ZendeskCall call, ZendeskQuery query) {
    String resource = call.route().resource();
    Predicate<Row> selected = ZendeskSelection::exists;
    selected = selected.and(settled(call.request().at(), call.exclusion()));
    if (query.excludeDeleted()) {
      selected = selected.and(row -> !deleted(resource, row));
    }
    return switch (resource) {
      case ZendeskWorld.TICKETS -> selected.and(row -> inScope(row, query.scope()));
      case ZendeskWorld.TICKET_EVENTS -> selected.and(row -> inScope(ticketOf(row), query.scope()));
      default -> selected;
    };
  }

  /** A second is shown when it is over: else a cursor would pass by what still happens in it. */
  private static Predicate<Row> settled(Instant now, Duration exclusion) {
    long latest = now.minus(exclusion).getEpochSecond();
    return row -> exclusion.isZero() || ZendeskWorld.second(row) < latest;
  }

  private static boolean deleted(String resource, Row row) {
    return switch (resource) {
      case ZendeskWorld.TICKETS -> TicketShapes.isDeleted(row);
      case ZendeskWorld.METRIC_EVENTS -> EventShapes.isRetracted(row);
      default -> AccountShapes.isDeletedRecord(row);
    };
  }

  /** Zendesk 3.3: "default agent → AI-agent tickets silently missing unless all". */
  private static boolean inScope(Row ticket, String scope) {
    return switch (scope) {
      case "all" -> true;
      case "ai_agent" -> ofAiAgent(ticket);
      default -> !ofAiAgent(ticket);
    };
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
