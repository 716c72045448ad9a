package dev.tidemark.simulators.examples;

import java.time.Instant;

/**
 * One record.
 *
 * @param made when it was added, in whole seconds
 * @param at when it was added or changed last, in whole seconds
 * @param sequence number of its last change among all changes, from 1
 * @param gone whether it was deleted in a way that the API shows
 */
public record ExampleRow(long id, Instant made, Instant at, long sequence, boolean gone) {
  public ExampleRow {
    if (id < 1 || sequence < 1) {
      throw new IllegalArgumentException("id or sequence < 1: " + id + ", " + sequence);
    }
  }
}
