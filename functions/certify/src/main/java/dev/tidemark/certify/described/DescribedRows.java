package dev.tidemark.certify.described;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The records of one list, over all parents where it is a child's. A change is given its time by
 * its caller, which may be one that has long been read past.
 */
public final class DescribedRows {
  private final RecordForm form;
  private final boolean coarse;
  private final Map<Long, DescribedRow> rows = new TreeMap<>();
  private final Map<Long, List<String>> texts = new TreeMap<>();
  private long changes;

  DescribedRows(RecordForm form, boolean coarse) {
    this.form = form;
    this.coarse = coarse;
  }

  /** Adds a record behind all others by id, or replaces one. */
  public synchronized DescribedRow put(long id, long parent, @Nullable Instant at) {
    return keep(new DescribedRow(id, parent, time(at), ++changes, 0, false));
  }

  /** Changes a record and its time. */
  public synchronized DescribedRow edit(long id, @Nullable Instant at) {
    return keep(get(id).edited(time(at), ++changes));
  }

  /** Changes a record and leaves its time and its place among the changes alone. */
  public synchronized DescribedRow rewrite(long id) {
    DescribedRow row = get(id);
    return keep(row.edited(row.at(), row.change()));
  }

  /** Lets a record say that it is gone. */
  public synchronized DescribedRow bury(long id, @Nullable Instant at) {
    return keep(get(id).buried(time(at), ++changes));
  }

  /** Takes a record away. */
  public synchronized void remove(long id) {
    rows.remove(id);
  }

  /** The record; null if there is none. */
  public synchronized @Nullable DescribedRow find(long id) {
    return rows.get(id);
  }

  /** All records by id. */
  public synchronized List<DescribedRow> all() {
    return List.copyOf(rows.values());
  }

  /** All texts that a record ever had, oldest first. */
  public synchronized List<String> texts(long id) {
    return List.copyOf(texts.getOrDefault(id, List.of()));
  }

  /** A record as it is shown now. */
  public String json(DescribedRow row) {
    return form.json(row, coarse);
  }

  /** The records of {@code parent} in {@code order}; 0 for a list without a parent. */
  synchronized List<DescribedRow> sorted(long parent, Comparator<DescribedRow> order) {
    List<DescribedRow> sorted = new ArrayList<>(rows.values());
    sorted.removeIf(row -> row.parent() != parent);
    sorted.sort(order);
    return sorted;
  }

  /** A number that is no time grows by itself, whatever the clock says. */
  private @Nullable Instant time(@Nullable Instant at) {
    return at != null && ApiClock.NUMBER.equals(form.clockwork()) ? ApiClock.number(changes) : at;
  }

  private DescribedRow keep(DescribedRow row) {
    rows.put(row.id(), row);
    texts.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(json(row));
    return row;
  }

  private DescribedRow get(long id) {
    DescribedRow row = rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException("no record " + id);
    }
    return row;
  }
}
