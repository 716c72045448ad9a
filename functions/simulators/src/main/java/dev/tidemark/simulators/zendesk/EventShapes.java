package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Draft;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Specimen;
import dev.tidemark.simulators.json.Json;
import java.time.Instant;
import java.util.List;

/** Ticket events and metric events (contract zendesk 3.5). */
final class EventShapes {
  private static final List<String> METRICS =
      List.of("agent_work_time", "reply_time", "requester_wait_time", "resolution_time");
  private static final List<String> TYPES = List.of("activate", "pause", "fulfill", "measure");
  private static final int RETRACTED_ONE_IN = 10;

  private EventShapes() {}

  static void ticketEvent(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .raw("ticket_id", ticket(of))
        .number("timestamp", Instant.parse(of.updatedAt()).getEpochSecond())
        .text("created_at", of.updatedAt())
        .text("via", "Mail")
        .text("event_type", "Audit")
        .raw("child_events", "[" + comment(of.id()) + "," + creation(of.id()) + "]");
  }

  static void metricEvent(Draft draft, Specimen of) {
    draft
        .raw("id", of.id())
        .raw("ticket_id", ticket(of))
        .text("metric", of.pick(METRICS))
        .text("type", of.pick(TYPES))
        .text("time", of.updatedAt());
    if (of.random().nextInt(RETRACTED_ONE_IN) == 0) {
      draft.flag("deleted", true);
    }
  }

  static Json stampTicketEvent(Json json, Instant at, String printed) {
    return json.with("timestamp", Long.toString(at.getEpochSecond()))
        .with("created_at", Json.quoted(printed));
  }

  static Json stampMetricEvent(Json json, Instant at, String printed) {
    return json.with("time", Json.quoted(printed));
  }

  static boolean isRetracted(Row row) {
    return "true".equals(row.json().raw("deleted"));
  }

  /** Zendesk 3.5: with comment_events a child is a full comment and its via is an object. */
  static Json withComments(Row row) {
    String id = row.id();
    String comment =
        "{\"id\":%s1,\"via\":{\"channel\":\"api\",\"source\":{}},\"type\":\"Comment\","
                .formatted(id)
            + "\"body\":\"It jams.\",\"public\":true,\"event_type\":\"Comment\"}";
    return row.json().with("child_events", "[" + comment + "," + creation(id) + "]");
  }

  private static String ticket(Specimen of) {
    return ZendeskWorld.TICKET_IDS.id("", of.random().nextInt(1, 100));
  }

  private static String comment(String event) {
    return "{\"id\":%s1,\"via\":\"Mail\",\"event_type\":\"Comment\"}".formatted(event);
  }

  private static String creation(String event) {
    return "{\"id\":%s2,\"via\":\"Mail\",\"status\":\"open\",\"event_type\":\"Create\"}"
        .formatted(event);
  }
}
