package dev.tidemark.tables;

import java.util.List;
import java.util.Map;

/**
 * What became of a table.
 *
 * @param table its name
 * @param runs those that it took
 * @param entered rows that entered
 * @param ended rows that are no more
 * @param deletes deletes that are new
 * @param misfits by the name of a column, how many values were null there since they did not fit
 */
public record Refreshed(
    String table,
    List<String> runs,
    long entered,
    long ended,
    long deletes,
    Map<String, Long> misfits) {
  public Refreshed {
    runs = List.copyOf(runs);
    misfits = Map.copyOf(misfits);
  }

  /** Nothing became of it. */
  static Refreshed none(TableName name) {
    return new Refreshed(name.current().toString(), List.of(), 0, 0, 0, Map.of());
  }
}
