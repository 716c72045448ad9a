package dev.tidemark.testkit;

import java.util.stream.LongStream;

/**
 * How far the tests search that could run for ever: {@code quick} within {@code mvn verify}, {@code
 * deep} with {@code -Pdeep}. A test that asks for it carries {@code @Tag("deep")}.
 */
public enum Depth {
  QUICK,
  DEEP;

  /** The depth of this run of the tests, by the system property {@code tidemark.depth}. */
  public static Depth ofThisRun() {
    String word = System.getProperty("tidemark.depth", "quick");
    return switch (word) {
      case "quick" -> QUICK;
      case "deep" -> DEEP;
      default ->
          throw new IllegalArgumentException("tidemark.depth is none of quick, deep: " + word);
    };
  }

  /**
   * Whether a search that numbers its cases tries {@code number} in this run: quick every {@code
   * quick}th, and deep, which goes on where quick ends, every {@code deep}th that quick has left.
   */
  public static boolean tries(long number, int quick, int deep) {
    boolean first = number % quick == 0;
    return ofThisRun() == QUICK ? first : !first && number % deep == 0;
  }

  /**
   * The numbers of the cases of this run, where any number of them can be drawn: quick the first
   * {@code quick} ones, deep those that follow, up to {@code deep}.
   */
  public static LongStream drawn(int quick, int deep) {
    return ofThisRun() == QUICK ? LongStream.range(0, quick) : LongStream.range(quick, deep);
  }

  /** The bound that belongs to this run. */
  public static int of(int quick, int deep) {
    return ofThisRun() == QUICK ? quick : deep;
  }
}
