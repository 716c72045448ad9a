package dev.tidemark.simulators.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of a collection by id and in walking order; every method is atomic. */
final class Rows {
  private final Map<String, Row> byId = new HashMap<>();
  private final NavigableSet<Row> ordered;
  private final Map<String, Long> counts = new HashMap<>();

  Rows(Comparator<Row> order) {
    ordered = new TreeSet<>(order);
  }

  synchronized void put(Row row) {
    Row old = byId.put(row.id(), row);
    if (old != null) {
      ordered.remove(old);
    }
    ordered.add(row);
    counts.clear();
  }

  synchronized @Nullable Row find(String id) {
    return byId.get(id);
  }

  /** Up to {@code limit} rows behind {@code position}, which need not exist; null is the start. */
  synchronized List<Row> after(
      @Nullable Row position, boolean descending, int limit, Predicate<Row> filter) {
    NavigableSet<Row> walk = descending ? ordered.descendingSet() : ordered;
    List<Row> found = new ArrayList<>(Math.min(limit, walk.size()));
    for (Row row : position == null ? walk : walk.tailSet(position, false)) {
      if (found.size() == limit) {
        break;
      }
      if (filter.test(row)) {
        found.add(row);
      }
    }
    return found;
  }

  /** How many rows pass; remembered under {@code key} until a row changes. */
  synchronized long count(String key, Predicate<Row> filter) {
    Long known = counts.get(key);
    if (known == null) {
      known = ordered.stream().filter(filter).count();
      counts.put(key, known);
    }
    return known;
  }
}
