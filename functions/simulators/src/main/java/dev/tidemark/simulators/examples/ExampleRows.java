package dev.tidemark.simulators.examples;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of one account; each method is atomic. */
public final class ExampleRows {
  /** Oldest change first. */
  static final Comparator<ExampleRow> BY_TIME =
      Comparator.comparing(ExampleRow::at).thenComparingLong(ExampleRow::id);

  private final TreeMap<Long, ExampleRow> rows = new TreeMap<>();
  private long changes;

  /** Adds a row behind the others. */
  public synchronized void add(Instant at) {
    Instant time = at.truncatedTo(ChronoUnit.SECONDS);
    long id = changes + 1001;
    rows.put(id, new ExampleRow(id, time, time, ++changes, false));
  }

  /** Changes the {@code i}-th of the rows that are there, counted in a circle. */
  public synchronized void edit(int i, Instant at) {
    change(i, at, false);
  }

  /** Deletes one so that the API shows that it is gone. */
  public synchronized void bury(int i, Instant at) {
    change(i, at, true);
  }

  /** Takes one away as if it had never been. */
  public synchronized void vanish(int i) {
    rows.remove(shown(i).id());
  }

  /** All rows by their ids, those that are gone included. */
  public synchronized List<ExampleRow> all() {
    return List.copyOf(rows.values());
  }

  /** The row of an id, gone or not; null if there is none. */
  public synchronized @Nullable ExampleRow find(long id) {
    return rows.get(id);
  }

  private void change(int i, Instant at, boolean gone) {
    ExampleRow row = shown(i);
    Instant time = at.truncatedTo(ChronoUnit.SECONDS);
    rows.put(row.id(), new ExampleRow(row.id(), row.made(), time, ++changes, gone));
  }

  private ExampleRow shown(int i) {
    List<ExampleRow> shown = rows.values().stream().filter(row -> !row.gone()).toList();
    return shown.get(Math.floorMod(i, shown.size()));
  }
}
