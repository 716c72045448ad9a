package dev.tidemark.certify;

/**
 * How much is tried.
 *
 * @param records of each list; 0 where they were recorded
 * @param seed of what is drawn by lot
 */
public record Scale(int records, long seed) {
  private static final int LEAST = 3;
  private static final int MOST = 1000;

  /** Legs that are killed twice are too many to try them all. */
  static final int SECOND_KILLS = 24;

  public Scale {
    if (records != 0 && (records < LEAST || records > MOST)) {
      throw new CertifyException("--records " + records + " is not between 3 and 1000");
    }
  }
}
