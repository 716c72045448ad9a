package dev.tidemark.testkit.source;

import dev.tidemark.core.traversal.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows, and what a query selects of them. */
final class Collection {
  private final Shape shape;
  private final Map<Long, Row> rows = new TreeMap<>();

  Collection(Shape shape) {
    this.shape = shape;
  }

  void put(Row row) {
    rows.put(row.id(), row);
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
    rows.remove(id);
  }

  List<Row> all() {
    return List.copyOf(rows.values());
  }

  /** What follows {@code last}; everything if that is null. Null if a row cursor's row is gone. */
  @Nullable List<Row> after(@Nullable Row last, PageRequest request) {
    List<Row> selected = new ArrayList<>(rows.values());
    selected.removeIf(row -> !within(row, request.from(), request.until()));
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

  private Comparator<Row> order() {
    Comparator<Row> byId = Comparator.comparingLong(Row::id);
    return switch (shape.order()) {
      case WATERMARK_ASCENDING -> Comparator.comparing(Row::updatedAt).thenComparing(byId);
      case ID -> byId;
      case UNORDERED ->
          Comparator.comparingLong((Row row) -> row.id() * 0x9E3779B97F4A7C15L).thenComparing(byId);
    };
  }

  private static boolean within(Row row, @Nullable Instant from, @Nullable Instant until) {
    return (from == null || !row.updatedAt().isBefore(from))
        && (until == null || row.updatedAt().isBefore(until));
  }
}
