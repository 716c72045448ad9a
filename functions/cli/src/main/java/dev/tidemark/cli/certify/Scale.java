package dev.tidemark.cli.certify;

/**
 * How much is tried.
 *
 * @param records of each list
 * @param seed of what is drawn by lot
 */
public record Scale(int records, long seed) {
  /** Legs that are killed twice are too many to try them all. */
  static final int SECOND_KILLS = 24;

  public Scale {
    if (records < 3 || records > 1000) {
      throw new IllegalArgumentException("not 3 <= records <= 1000: " + records);
    }
  }
}
