package dev.tidemark.rest.paging;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a counted walk stands. The size that its pages have belongs to it: page 3 of 20 records is
 * not page 3 of 10.
 *
 * @param position what is asked for: the number of a page, or of records to leave out
 * @param size records asked for in each page so far; 0 where that is not known, or none were
 * @param rows records seen so far
 * @param pages how full the pages were
 */
record CountedPlace(long position, int size, long rows, Pages pages) {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,18})(?: (\\d{1,9}) (\\d{1,18}) (full|short|uneven))?");

  /** How full the pages of a walk were. */
  enum Pages {
    /** Each as full as was asked for. */
    FULL,
    /** The last one was not full. */
    SHORT,
    /** Some were not as asked for, or nobody can tell. */
    UNEVEN
  }

  /** Before the first page. */
  static CountedPlace begin(Count count) {
    return new CountedPlace(count.first(), 0, 0, Pages.FULL);
  }

  /** Reads what {@link #text} wrote, and the plain number that walks had before they kept more. */
  static CountedPlace of(@Nullable String text, Count count) {
    if (text == null) {
      return begin(count);
    }
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new IllegalStateException("not a place in a counted walk: " + text);
    }
    long position = Long.parseLong(match.group(1));
    return match.group(2) == null
        ? new CountedPlace(position, 0, 0, Pages.UNEVEN)
        : new CountedPlace(
            position,
            Integer.parseInt(match.group(2)),
            Long.parseLong(match.group(3)),
            Pages.valueOf(match.group(4).toUpperCase(Locale.ROOT)));
  }

  /** The place as a cursor. */
  String text() {
    return position + " " + size + " " + rows + " " + pages.name().toLowerCase(Locale.ROOT);
  }

  /** The place behind a page of {@code records}, of which {@code asked} were asked for. */
  CountedPlace behind(int records, int asked, Count count) {
    Pages now =
        asked > 0 && records < asked
            ? Pages.SHORT
            : records == asked && pages == Pages.FULL ? Pages.FULL : Pages.UNEVEN;
    return new CountedPlace(count.after(position, records), asked, rows + records, now);
  }

  /** Whether every page so far was full, and there was one. */
  boolean filled() {
    return pages == Pages.FULL && rows > 0;
  }
}
