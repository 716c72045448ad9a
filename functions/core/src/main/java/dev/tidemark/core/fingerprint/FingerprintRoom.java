package dev.tidemark.core.fingerprint;

/**
 * The memory that a leg holds fingerprints in, shared by all of its tables and by what it looks up
 * beside them, so that together they stay within one bound. It is counted in identities.
 */
public final class FingerprintRoom {
  /** Heap that one identity takes in a table at most, its share of free slots included. */
  public static final long BYTES = 72;

  private final long bound;
  private long taken;

  /**
   * @param bound identities that it holds
   */
  public FingerprintRoom(long bound) {
    if (bound < 0) {
      throw new IllegalArgumentException("bound < 0: " + bound);
    }
    this.bound = bound;
  }

  /** Takes the place of {@code identities}; false, and nothing is taken, where there is less. */
  public boolean take(long identities) {
    if (bound - taken < identities) {
      return false;
    }
    taken += identities;
    return true;
  }

  /** Gives back what was taken. */
  void free(long identities) {
    taken -= identities;
  }
}
