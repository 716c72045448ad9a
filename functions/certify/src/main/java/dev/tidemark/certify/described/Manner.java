package dev.tidemark.certify.described;

import org.jspecify.annotations.Nullable;

/**
 * How an API really behaves where that may differ from how it is described.
 *
 * @param sorting the order of its lists; null for the one described
 * @param lower what it makes of a lower bound
 * @param naming what a page token names
 * @param coarse whether it prints times in whole seconds while it compares finer
 * @param records records on a page where no number is asked for
 */
public record Manner(
    @Nullable Sorting sorting, Lower lower, Naming naming, boolean coarse, int records) {
  /** What an API makes of a lower bound. */
  public enum Lower {
    /** What is described. */
    DESCRIBED,
    /** What lies at it is left out. */
    EXCLUSIVE,
    /** Nothing: everything is shown. */
    IGNORED,
    /** It refuses the request. */
    REFUSED
  }

  /** What a page token names. */
  public enum Naming {
    /** A place in the order of the list, whatever becomes of the record that stood there. */
    PLACE,
    /** A record, wherever that is by now. */
    RECORD,
    /** How many records come before: one that leaves its place moves all behind it. */
    POSITION
  }

  /** As it is described. */
  public static Manner described(int records) {
    return new Manner(null, Lower.DESCRIBED, Naming.PLACE, false, records);
  }

  /** The same in another order. */
  public Manner sorted(Sorting other) {
    return new Manner(other, lower, naming, coarse, records);
  }

  /** The same with another view of lower bounds. */
  public Manner bounding(Lower other) {
    return new Manner(sorting, other, naming, coarse, records);
  }

  /** The same with tokens that name something else. */
  public Manner naming(Naming other) {
    return new Manner(sorting, lower, other, coarse, records);
  }

  /** The same with times in whole seconds. */
  public Manner printingSeconds() {
    return new Manner(sorting, lower, naming, true, records);
  }
}
