package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.DatasetPlan;
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
import java.util.TreeSet;

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

  private static final List<String> OBJECTS = List.of("apartment", "vessel");

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

  /** The keys of the custom objects: two, and those for which the plan names a size. */
  static Set<String> objects(DatasetPlan plan) {
    Set<String> keys = new TreeSet<>(OBJECTS);
    for (String resource : plan.sizes().keySet()) {
      if (resource.startsWith(RECORDS + '.')) {
        keys.add(resource.substring(RECORDS.length() + 1));
      }
    }
    return keys;
  }

  static Dataset.World world(DatasetPlan plan) {
    List<Nasty> nasties = List.copyOf(EnumSet.complementOf(EnumSet.copyOf(IMPOSSIBLE)));
    return new Dataset.World(resources(objects(plan)), Map.of(), BY_SECOND, nasties);
  }

  private static Map<String, Shape> resources(Set<String> objects) {
    Map<String, Shape> shapes = new HashMap<>();
    shapes.put(
        TICKETS,
        new Shape(TICKET_IDS, "subject", true, TicketShapes::ticket, TicketShapes::stampTicket));
    shapes.put(USERS, new Shape(USER_IDS, "name", true, AccountShapes::user));
    shapes.put(
        ORGANIZATIONS, new Shape(ORGANIZATION_IDS, "name", true, AccountShapes::organization));
    shapes.putAll(events());
    for (String key : objects) {
      shapes.put(
          records(key),
          new Shape(
              new UlidIds(), "name", true, (draft, of) -> AccountShapes.record(key, draft, of)));
    }
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
