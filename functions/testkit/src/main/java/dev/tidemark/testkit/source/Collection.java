package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows, and what a query shows of them. */
final class Collection {
  private final Shape shape;
  private final Map<Long, Row> rows = new TreeMap<>();
  private final Map<Long, Row> removed = new HashMap<>();
  private final Set<Long> hidden = new HashSet<>();
  private Filter filter = Filter.INCLUSIVE;
  private @Nullable Duration settling;
  private long changes;

  Collection(Shape shape) {
    this.shape = shape;
  }

  void put(Row row) {
    rows.put(row.id(), row.changed(++changes));
  }

  Row get(long id) {
    Row row = rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException("no row " + id);
    }
    return row;
  }

  @Nullable Row find(long id) {
    return rows.get(id);
  }

  void remove(long id) {
    Row row = rows.remove(id);
    if (row != null) {
      removed.put(id, row);
    }
  }

  void restore(long id) {
    Row row = removed.remove(id);
    if (row == null) {
      throw new IllegalArgumentException("never removed: " + id);
    }
    put(row);
  }

  void hide(long id) {
    hidden.add(id);
  }

  void filter(Filter other) {
    filter = other;
  }

  void settling(Duration time) {
    settling = time;
  }

  List<Row> all() {
    return List.copyOf(rows.values());
  }

  /** What follows {@code last}; everything if that is null. Null if a row cursor's row is gone. */
  @Nullable List<Row> after(@Nullable Row last, PageRequest request, Instant now) {
    List<Row> selected = new ArrayList<>(rows.values());
    selected.removeIf(row -> !shows(row, request, now));
    selected.sort(order());
    if (last == null) {
      return selected;
    }
    Row place = shape.cursors() == Shape.Cursors.KEY ? last : rows.get(last.id());
    if (place == null) {
      return null;
    }
    selected.removeIf(row -> order().compare(row, place) <= 0);
    return selected;
  }

  private boolean shows(Row row, PageRequest request, Instant now) {
    Instant at = row.updatedAt();
    return !hidden.contains(row.id())
        && (settling == null || at == null || at.isBefore(now.minus(settling)))
        && filter.shows(at, request);
  }

  private Comparator<Row> order() {
    if (shape.byChange()) {
      return Comparator.comparingLong(Row::change);
    }
    Comparator<Row> byId = Comparator.comparingLong(Row::id);
    return switch (shape.order()) {
      case WATERMARK_ASCENDING ->
          Comparator.comparing(
                  Row::updatedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
              .thenComparing(byId);
      case ID -> byId;
      case UNORDERED ->
          Comparator.comparingLong((Row row) -> row.id() * 0x9E3779B97F4A7C15L).thenComparing(byId);
    };
  }
}
