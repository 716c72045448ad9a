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
final class FakeCollection {
  private final ApiShape shape;
  private final Map<Long, FakeRow> rows = new TreeMap<>();
  private final Map<Long, FakeRow> removed = new HashMap<>();
  private final Set<Long> hidden = new HashSet<>();
  private FakeFilter filter = FakeFilter.INCLUSIVE;
  private @Nullable Duration settling;
  private long changes;

  FakeCollection(ApiShape shape) {
    this.shape = shape;
  }

  void put(FakeRow row) {
    rows.put(row.id(), row.changed(++changes));
  }

  FakeRow get(long id) {
    FakeRow row = rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException("no row " + id);
    }
    return row;
  }

  @Nullable FakeRow find(long id) {
    return rows.get(id);
  }

  void remove(long id) {
    FakeRow row = rows.remove(id);
    if (row != null) {
      removed.put(id, row);
    }
  }

  void restore(long id) {
    FakeRow row = removed.remove(id);
    if (row == null) {
      throw new IllegalArgumentException("never removed: " + id);
    }
    put(row);
  }

  void hide(long id) {
    hidden.add(id);
  }

  void filter(FakeFilter other) {
    filter = other;
  }

  void settling(Duration time) {
    settling = time;
  }

  List<FakeRow> all() {
    return List.copyOf(rows.values());
  }

  /** What follows {@code last}; everything if that is null. Null if a row cursor's row is gone. */
  @Nullable List<FakeRow> after(@Nullable FakeRow last, PageRequest request, Instant now) {
    List<FakeRow> selected = new ArrayList<>(rows.values());
    selected.removeIf(row -> !shows(row, request, now));
    selected.sort(order());
    if (last == null) {
      return selected;
    }
    FakeRow place = shape.cursors() == ApiShape.Cursors.KEY ? last : rows.get(last.id());
    if (place == null) {
      return null;
    }
    selected.removeIf(row -> order().compare(row, place) <= 0);
    return selected;
  }

  private boolean shows(FakeRow row, PageRequest request, Instant now) {
    Instant at = row.updatedAt();
    return !hidden.contains(row.id())
        && (settling == null || at == null || at.isBefore(now.minus(settling)))
        && filter.shows(at, request);
  }

  private Comparator<FakeRow> order() {
    if (shape.byChange()) {
      return Comparator.comparingLong(FakeRow::change);
    }
    Comparator<FakeRow> byId = Comparator.comparingLong(FakeRow::id);
    return switch (shape.order()) {
      case WATERMARK_ASCENDING ->
          Comparator.comparing(
                  FakeRow::updatedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
              .thenComparing(byId);
      case ID -> byId;
      case UNORDERED ->
          Comparator.comparingLong((FakeRow row) -> row.id() * 0x9E3779B97F4A7C15L)
              .thenComparing(byId);
    };
  }
}
