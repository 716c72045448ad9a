package dev.tidemark.sync;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.lev.Lev;
import dev.tidemark.simulators.zendesk.Zendesk;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One resource of a simulator: what it holds, and how it changes while it is walked. */
record Subject(Bench bench, String resource) {
  private static final Map<String, String> CHILDREN =
      Map.of(
          "deal_notes", "notes",
          "deal_term_sheets", "term-sheets",
          "deal_team", "team",
          "deal_properties", "properties",
          "deal_financials", "financials");

  /** What a lake has to hold: records by identity, as a walk over everything would land them. */
  private Map<String, String> truth() {
    Map<String, String> truth = new LinkedHashMap<>();
    if (!isChild()) {
      Collection rows = rows(new Random(0));
      bench.simulator.truth(name()).forEach((id, json) -> truth.put(quoted(rows, id), json));
      return truth;
    }
    ((Lev) bench.simulator)
        .childTruth(name())
        .forEach((deal, rows) -> rows.forEach((id, json) -> truth.put(ofDeal(deal, id), json)));
    return truth;
  }

  /** By identity, the operation and the bytes that have to stand. */
  Map<String, String> expected() {
    Map<String, String> expected = new TreeMap<>();
    truth()
        .forEach(
            (id, json) -> expected.put(id, (saysDeleted(json) ? "delete " : "upsert ") + json));
    return expected;
  }

  /** The ids of what is listed; of no use where it hangs on a deal. */
  List<String> ids() {
    return List.copyOf(bench.simulator.truth(name()).keySet());
  }

  /** Whether the record says of itself that it is deleted. */
  private boolean saysDeleted(String json) {
    return switch (resource.split("\\.", 2)[0]) {
      case "tickets" -> json.contains("\"status\":\"deleted\"");
      case "users" -> json.contains("\"active\":false");
      case "ticket_metric_events" -> json.contains("\"deleted\":true");
      case "custom_object_records" -> json.contains("\"name\":\"[DELETED]\"");
      default -> false;
    };
  }

  /** Whether a record that is deleted is listed no more. */
  boolean vanishes() {
    return !isOnly() && (!(bench.simulator instanceof Zendesk) || resource.equals("organizations"));
  }

  /**
   * Redates records from the future: once one of them is edited, its version goes back, and by the
   * contract of versions the lake keeps the older record for ever.
   */
  void bringBackFromTheFuture(Instant at) {
    for (Collection rows : everyCollection()) {
      rows.rows(row -> row.updatedAt() != null && row.updatedAt().isAfter(bench.clock.instant()))
          .forEach(row -> rows.touch(row.id(), at));
    }
  }

  private List<Collection> everyCollection() {
    return isChild()
        ? bench.simulator.collection("deals").ids().stream()
            .map(deal -> ((Lev) bench.simulator).children(deal, name()))
            .toList()
        : List.of(bench.simulator.collection(name()));
  }

  void edit(Random random, Instant at) {
    Collection rows = rows(random);
    String id = any(rows, random);
    if (!id.isEmpty()) {
      rows.edit(id, at);
    }
  }

  /** Edits up to {@code count} records that stand in a row. */
  void editRow(Random random, Instant at, int count) {
    Collection rows = rows(random);
    List<String> ids = rows.ids();
    int from = random.nextInt(ids.size() + 1);
    ids.subList(from, Math.min(from + count, ids.size())).forEach(id -> rows.edit(id, at));
  }

  void touch(Random random, Instant at) {
    Collection rows = rows(random);
    String id = any(rows, random);
    if (id.isEmpty()) {
      return;
    }
    if (resource.equals("tickets")) {
      ((Zendesk) bench.simulator).systemUpdate(id, at);
    } else {
      rows.touch(id, at);
    }
  }

  void insert(Random random, Instant at) {
    if (isOnly()) {
      bench.simulator.collection("deals").insert(at);
      bringBackFromTheFuture(at);
    } else {
      rows(random).insert(at);
    }
  }

  void delete(Random random, Instant at) {
    Collection rows = rows(random);
    String id = any(rows, random);
    if (id.isEmpty()) {
      return;
    }
    if (vanishes()) {
      rows.delete(id);
    } else if (bench.simulator instanceof Zendesk zendesk) {
      leaveTombstone(zendesk, id, at);
    }
  }

  private void leaveTombstone(Zendesk zendesk, String id, Instant at) {
    switch (resource) {
      case "tickets" -> zendesk.deleteTicket(id, at);
      case "users" -> zendesk.deleteUser(id, at);
      case "ticket_events", "ticket_metric_events" -> zendesk.collection(resource).insert(at);
      default -> zendesk.deleteRecord("apartment", id, at);
    }
  }

  private Collection rows(Random random) {
    if (!isChild()) {
      return bench.simulator.collection(name());
    }
    List<String> deals = bench.simulator.collection("deals").ids();
    return ((Lev) bench.simulator).children(deals.get(random.nextInt(deals.size())), name());
  }

  private String any(Collection rows, Random random) {
    List<String> ids = isChild() ? rows.ids() : List.copyOf(bench.simulator.truth(name()).keySet());
    return ids.isEmpty() ? "" : ids.get(random.nextInt(ids.size()));
  }

  private boolean isChild() {
    return CHILDREN.containsKey(resource);
  }

  /** One for each parent, without an id that counts. */
  private boolean isOnly() {
    return resource.equals("deal_financials");
  }

  private String name() {
    return resource.equals("lenders")
        ? "lenders/directory"
        : CHILDREN.getOrDefault(resource, resource);
  }

  private String ofDeal(String deal, String id) {
    return isOnly() ? deal : deal + "/" + id;
  }

  /** Ids as JSON texts: numbers as they are, words in quotes. */
  private static String quoted(Collection rows, String id) {
    return rows.shape().ids().rank(id) == 0 ? '"' + id + '"' : id;
  }
}
