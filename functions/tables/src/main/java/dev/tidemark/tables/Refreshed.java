package dev.tidemark.tables;

import java.util.List;

/**
 * What became of a table.
 *
 * @param table its name
 * @param runs those that it took
 * @param entered rows that entered
 * @param ended rows that are no more
 * @param deletes deletes that are new
 */
public record Refreshed(String table, List<String> runs, long entered, long ended, long deletes) {
  public Refreshed {
    runs = List.copyOf(runs);
  }
}
