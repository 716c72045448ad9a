package dev.tidemark.certify.described;

import java.util.Comparator;

/** The order in which a list is walked. */
public enum Sorting {
  /** By time, oldest first; records without one come first of all. */
  TIME,
  /** By time, newest first. */
  NEWEST_FIRST,
  /** By id. */
  ID,
  /** By the last change, whatever the times say. */
  CHANGE,
  /** None that anybody could name, but always the same. */
  NONE,
  /** None either, and yet it looks like one by time at first: new records stand on page one. */
  DECEPTIVE;

  private static final long SCATTER = 0x9E3779B97F4A7C15L;
  private static final long BEHIND = 1L << 40;

  /** The whole order; no two records are equal in it. */
  Comparator<DescribedRow> order() {
    Comparator<DescribedRow> time =
        Comparator.comparing(DescribedRow::at, Comparator.nullsFirst(Comparator.naturalOrder()));
    Comparator<DescribedRow> order =
        switch (this) {
          case TIME -> time;
          case NEWEST_FIRST -> time.reversed();
          case ID -> Comparator.comparingLong(DescribedRow::id);
          case CHANGE -> Comparator.comparingLong(DescribedRow::change);
          case NONE -> Comparator.comparingLong(row -> row.id() * SCATTER);
          case DECEPTIVE ->
              Comparator.comparingLong(row -> row.id() % 3 == 0 ? row.id() : row.id() + BEHIND);
        };
    return order.thenComparingLong(DescribedRow::id);
  }
}
