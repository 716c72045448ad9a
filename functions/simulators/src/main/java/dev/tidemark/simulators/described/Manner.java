package dev.tidemark.simulators.described;

import org.jspecify.annotations.Nullable;

/**
 * How an API really behaves where that may differ from how it is described.
 *
 * @param sorting the order of its lists; null for the one described
 * @param lower what it makes of a lower bound
 * @param follows whether a token names a record, wherever that is by now, instead of a place
 * @param coarse whether it prints times in whole seconds while it compares finer
 * @param records records on a page where nobody asks for a number
 */
public record Manner(
    @Nullable Sorting sorting, Lower lower, boolean follows, boolean coarse, int records) {
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

  /** As it is described. */
  public static Manner described(int records) {
    return new Manner(null, Lower.DESCRIBED, false, false, records);
  }

  /** The same in another order. */
  public Manner sorted(Sorting other) {
    return new Manner(other, lower, follows, coarse, records);
  }

  /** The same with another view of lower bounds. */
  public Manner bounding(Lower other) {
    return new Manner(sorting, other, follows, coarse, records);
  }

  /** The same with tokens that follow the record that they name. */
  public Manner following() {
    return new Manner(sorting, lower, true, coarse, records);
  }

  /** The same with times in whole seconds. */
  public Manner printingSeconds() {
    return new Manner(sorting, lower, follows, true, records);
  }
}
