package dev.tidemark.rest.paging;

import org.jspecify.annotations.Nullable;

/** What a walk counts. */
sealed interface Count {
  /** Where it begins. */
  long first();

  /** Where it continues after a page of {@code records}. */
  long after(long position, int records);

  /** Whether a page that is larger than those before it begins behind what they have shown. */
  boolean skips();

  /**
   * The place from which a walk continues with pages of {@code most} records at most; null where no
   * such page begins at {@code place}.
   */
  @Nullable CountedPlace resized(CountedPlace place, int most);

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

    @Override
    public boolean skips() {
      return true;
    }

    /** The largest size by which the rows that were seen are whole pages. */
    @Override
    public @Nullable CountedPlace resized(CountedPlace place, int most) {
      if (place.rows() == 0 && place.pages() == CountedPlace.Pages.FULL) {
        return new CountedPlace(place.position(), most, 0, place.pages(), 0);
      }
      if (!place.filled()) {
        return null;
      }
      int size = most;
      while (place.rows() % size != 0) {
        size--;
      }
      return new CountedPlace(
          number + place.rows() / size, size, place.rows(), place.pages(), size);
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

    @Override
    public boolean skips() {
      return false;
    }

    @Override
    public CountedPlace resized(CountedPlace place, int most) {
      return new CountedPlace(place.position(), most, place.rows(), place.pages(), 0);
    }
  }
}
