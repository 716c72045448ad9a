package dev.tidemark.core.state;

/**
 * Finds a walk whose pages repeat though their positions do not: an API that ignores the position,
 * or that gives its last page again and again. Constant memory, and part of the progress, so that
 * it outlives a leg.
 *
 * <p>One page that comes again proves nothing: rows that move may show a small page twice. A page
 * that comes four times in a row, three pages of a walk that each came again behind themselves (an
 * API that rounds the position down, and so skips what lies between), or a circle that closes
 * twice, are no progress.
 *
 * @param last digest of the last page that had records; empty before the first
 * @param cycle over the digests of all of them
 * @param row how often pages have come again right behind themselves
 * @param rounds how often the pages came round to one that the guard had marked
 */
public record PageGuard(String last, CycleGuard cycle, int row, int rounds) {
  /** Before the first page. */
  public static final PageGuard START = new PageGuard("", CycleGuard.START, 0, 0);

  private static final int AGAIN = 3;
  private static final int ROUNDS = 2;

  public PageGuard {
    if (row < 0 || rounds < 0) {
      throw new IllegalArgumentException("negative: " + row + ", " + rounds);
    }
  }

  /**
   * The guard after a page.
   *
   * @param digest of its records and their versions, in any order; empty for a page without records
   * @param rereads whether the walk itself may ask for a page again, as one by the bound does
   *     before it continues by the cursor; then only repetitions in a row count
   */
  public PageGuard step(String digest, boolean rereads) {
    if (digest.isEmpty()) {
      return this;
    }
    boolean same = digest.equals(last);
    boolean round = !same && cycle.closes(digest);
    return new PageGuard(
        digest,
        cycle.step(digest),
        same ? row + 1 : rereads ? 0 : row,
        round ? rounds + 1 : rounds);
  }

  /** Whether the walk goes nowhere. */
  public boolean stuck() {
    return row >= AGAIN || rounds >= ROUNDS;
  }
}
