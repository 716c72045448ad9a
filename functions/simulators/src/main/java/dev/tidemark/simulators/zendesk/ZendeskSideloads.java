package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code include} adds to a page or to its records (contract zendesk 3.2, 3.3, 3.5). */
final class ZendeskSideloads {
  private static final String METRIC_SETS = "metric_sets";

  private final Dataset dataset;

  ZendeskSideloads(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The records as they are shown to this call. */
  List<Json> rendered(ZendeskCall call, ZendeskQuery query, List<Row> rows) {
    boolean nested =
        call.meets(ZendeskQuirk.MetricSetsNested.class) && query.include().contains(METRIC_SETS);
    boolean minimal = call.meets(ZendeskQuirk.MinimalTombstones.class);
    boolean comments = query.include().contains("comment_events");
    return rows.stream()
        .map(row -> {
          if (minimal && TicketShapes.isDeleted(row)) {
            return row.json().only(Set.of("id", "status", TicketShapes.GENERATED));
          }
          Json json = comments ? EventShapes.withComments(row) : row.json();
          return nested ? json.with("metric_set", metricSet(row)) : json;
        })
        .toList();
  }

  /** The arrays beside the records, written as members with a leading comma. */
  String members(ZendeskCall call, ZendeskQuery query, List<Row> rows) {
    StringBuilder members = new StringBuilder();
    for (String name : query.include()) {
      switch (name) {
        case "comment_events" -> {}
        case METRIC_SETS -> {
          if (!call.meets(ZendeskQuirk.MetricSetsNested.class)) {
            append(members, name, joined(rows.stream().map(ZendeskSideloads::metricSet).toList()));
          }
        }
        case ZendeskWorld.USERS -> append(members, name, referred(rows, name, "requester_id"));
        case ZendeskWorld.ORGANIZATIONS ->
            append(members, name, referred(rows, name, "organization_id"));
        default -> append(members, name, "");
      }
    }
    return members.toString();
  }

  private static void append(StringBuilder members, String name, String elements) {
    members.append(",\"").append(name).append("\":[").append(elements).append(']');
  }

  private static String metricSet(Row ticket) {
    return "{\"id\":%s1,\"ticket_id\":%s,\"reopens\":0,\"replies\":1}"
        .formatted(ticket.id(), ticket.id());
  }

  private String referred(List<Row> rows, String resource, String reference) {
    Collection collection = dataset.collection(resource);
    Set<String> ids =
        rows.stream()
            .map(row -> row.json().raw(reference))
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return joined(
        ids.stream()
            .map(collection::find)
            .filter(Objects::nonNull)
            .map(row -> row.json().toString())
            .toList());
  }

  private static String joined(List<String> elements) {
    return String.join(",", elements);
  }
}
