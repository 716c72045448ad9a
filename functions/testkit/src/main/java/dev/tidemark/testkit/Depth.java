package dev.tidemark.testkit;

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

  /** The bound that belongs to this run. */
  public static int of(int quick, int deep) {
    return ofThisRun() == QUICK ? quick : deep;
  }
}
