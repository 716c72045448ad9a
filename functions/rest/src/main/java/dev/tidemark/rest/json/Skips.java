package dev.tidemark.rest.json;

import java.util.Arrays;

/** The members of one record to skip: offsets on its tape, in pairs, in order, none in another. */
final class Skips {
  private long[] offsets = new long[8];
  private int size;

  void clear() {
    size = 0;
  }

  /** How many offsets there are. */
  int size() {
    return size;
  }

  long at(int index) {
    return offsets[index];
  }

  /**
   * Adds a member that contains all that was added since there were {@code before} offsets: what
   * lies inside is skipped with it.
   */
  void add(int before, long from, long to) {
    size = before;
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[size++] = from;
    offsets[size++] = to;
  }
}
