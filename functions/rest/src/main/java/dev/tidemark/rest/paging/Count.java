package dev.tidemark.rest.paging;

/** What a walk counts. */
sealed interface Count {
  /** Where it begins. */
  long first();

  /** Where it goes on after a page of {@code records}. */
  long after(long position, int records);

  /**
   * Pages.
   *
   * @param number of the first page
   */
  record Pages(int number) implements Count {
    @Override
    public long first() {
      return number;
    }

    @Override
    public long after(long position, int records) {
      return position + 1;
    }
  }

  /** Records. */
  record Records() implements Count {
    @Override
    public long first() {
      return 0;
    }

    @Override
    public long after(long position, int records) {
      return position + records;
    }
  }
}
