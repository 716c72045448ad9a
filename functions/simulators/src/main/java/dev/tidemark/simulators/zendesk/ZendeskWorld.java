package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Nasty;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Shape;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which resources Zendesk has (contract zendesk 3.2) and in which order they are walked. */
final class ZendeskWorld {
  static final String TICKETS = "tickets";
  static final String USERS = "users";
  static final String ORGANIZATIONS = "organizations";
  static final String TICKET_EVENTS = "ticket_events";
  static final String METRIC_EVENTS = "ticket_metric_events";
  static final String RECORDS = "custom_object_records";
  static final ZendeskIds USER_IDS = new ZendeskIds(35436);
  static final ZendeskIds TICKET_IDS = new ZendeskIds(901);
  static final ZendeskIds ORGANIZATION_IDS = new ZendeskIds(4_112_492);

  /** The one custom object of the account. */
  private static final String OBJECT = "apartment";

  /** Its resources: custom objects that are not there answer 404. */
  static final Set<String> NAMES =
      Set.of(TICKETS, USERS, ORGANIZATIONS, TICKET_EVENTS, METRIC_EVENTS, records(OBJECT));

  /** Position is (second, id): inferred from the documented cursors, zendesk 3.4. */
  private static final Comparator<Row> BY_SECOND =
      Comparator.comparingLong((Row row) -> second(row))
          .thenComparingLong(Row::rank)
          .thenComparing(Row::id);

  /** Every record of an export has its place in time, and none is from the future. */
  private static final Set<Nasty> IMPOSSIBLE =
      EnumSet.of(Nasty.NULL_TIME, Nasty.ABSENT_TIME, Nasty.FUTURE_TIME);

  private ZendeskWorld() {}

  /** The second at which a row stands in its export; rows without a time come first. */
  static long second(Row row) {
    Instant at = row.updatedAt();
    return at == null ? 0 : at.getEpochSecond();
  }

  /** The name of the resource that holds the records of a custom object. */
  static String records(String objectKey) {
    return RECORDS + '.' + objectKey;
  }

  static Dataset.World world() {
    List<Nasty> nasties = List.copyOf(EnumSet.complementOf(EnumSet.copyOf(IMPOSSIBLE)));
    return new Dataset.World(resources(), Map.of(), BY_SECOND, nasties);
  }

  private static Map<String, Shape> resources() {
    Map<String, Shape> shapes = new HashMap<>();
    shapes.put(
        TICKETS,
        new Shape(TICKET_IDS, "subject", true, TicketShapes::ticket, TicketShapes::stampTicket));
    shapes.put(USERS, new Shape(USER_IDS, "name", true, AccountShapes::user));
    shapes.put(
        ORGANIZATIONS, new Shape(ORGANIZATION_IDS, "name", true, AccountShapes::organization));
    shapes.putAll(events());
    shapes.put(
        records(OBJECT),
        new Shape(
            new UlidIds(), "name", true, (draft, of) -> AccountShapes.record(OBJECT, draft, of)));
    return shapes;
  }

  private static Map<String, Shape> events() {
    return Map.of(
        TICKET_EVENTS,
        new Shape(
            new ZendeskIds(614_323_587_394L),
            "via",
            true,
            EventShapes::ticketEvent,
            EventShapes::stampTicketEvent),
        METRIC_EVENTS,
        new Shape(
            new ZendeskIds(926_232_157_301L),
            "metric",
            true,
            EventShapes::metricEvent,
            EventShapes::stampMetricEvent));
  }
}
