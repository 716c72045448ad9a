package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Draft;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Specimen;
import dev.tidemark.simulators.dataset.Visibility;
import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import java.util.List;

/** Tickets (contract zendesk 3.4) and what becomes of them when they are deleted (3.6). */
final class TicketShapes {
  static final String GENERATED = "generated_timestamp";
  private static final String SCRUBBED = Json.quoted("SCRUBBED");
  private static final String DELETED = Json.quoted("deleted");
  private static final List<String> STATES = List.of("new", "open", "pending", "solved", "closed");
  private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
  private static final int AI_ONE_IN = 10;

  private TicketShapes() {}

  static void ticket(Draft draft, Specimen of) {
    boolean ai = of.random().nextInt(AI_ONE_IN) == 0;
    draft
        .shownTo(ai ? Visibility.PRIVATE : Visibility.LISTED)
        .text("url", "https://acme.zendesk.com/api/v2/tickets/" + of.id() + ".json")
        .raw("id", of.id())
        .nulls("external_id")
        .raw("via", "{\"channel\":\"email\",\"source\":{\"from\":{},\"to\":{},\"rel\":null}}")
        .text("created_at", of.createdAt())
        .text("updated_at", of.updatedAt())
        .number(GENERATED, Instant.parse(of.updatedAt()).getEpochSecond())
        .text("subject", "Printer jam " + of.ordinal())
        .text("description", "It jams.")
        .text("priority", of.pick(PRIORITIES))
        .text("status", of.pick(STATES))
        .raw("requester_id", ZendeskWorld.USER_IDS.id("", of.random().nextInt(1, 50)))
        .raw("custom_fields", "[{\"id\":10682994795795,\"value\":null}]");
  }

  /** Zendesk 3.2: the sideload that stays within its ticket. */
  static Json withDates(Row row) {
    String at = String.valueOf(row.json().raw("updated_at"));
    return row.json().with("dates", "{\"status_updated_at\":" + at + ",\"solved_at\":null}");
  }

  /** A change that makes a ticket event moves both times. */
  static Json stampTicket(Json json, Instant at, String printed) {
    return generated(json.with("updated_at", Json.quoted(printed)), at);
  }

  static Json generated(Json json, Instant at) {
    return json.with(GENERATED, Long.toString(at.getEpochSecond()));
  }

  static Json deleted(Json json) {
    return json.with("status", DELETED);
  }

  /** Zendesk 3.6: "permanently deleted tickets stay as records with user content scrubbed". */
  static Json scrubbed(Json json) {
    return deleted(json).with("subject", SCRUBBED).with("description", SCRUBBED);
  }

  static boolean isDeleted(Row row) {
    return DELETED.equals(row.json().raw("status"));
  }
}
