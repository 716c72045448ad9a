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
 * @param each records that every page so far held; 0 where they differ, or there was none
 */
record CountedPlace(long position, int size, long rows, Pages pages, int each) {
  private static final Pattern TEXT =
      Pattern.compile(
          "(\\d{1,18})(?: (\\d{1,9}) (\\d{1,18}) (full|short|uneven)(?: (\\d{1,9}))?)?");

  /** Fewer pages that held the same are a coincidence. */
  private static final int ALIKE = 2;

  /** How full the pages of a walk were. */
  enum Pages {
    /** Each as full as was asked for. */
    FULL,
    /** The last one was not full. */
    SHORT,
    /** Some were not as asked for, or it is not known. */
    UNEVEN
  }

  /** Before the first page. */
  static CountedPlace begin(Count count) {
    return new CountedPlace(count.first(), 0, 0, Pages.FULL, 0);
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
    if (match.group(2) == null) {
      return new CountedPlace(position, 0, 0, Pages.UNEVEN, 0);
    }
    int size = Integer.parseInt(match.group(2));
    Pages pages = Pages.valueOf(match.group(4).toUpperCase(Locale.ROOT));
    String each = match.group(5);
    return new CountedPlace(
        position,
        size,
        Long.parseLong(match.group(3)),
        pages,
        pages == Pages.FULL ? size : each == null ? 0 : Integer.parseInt(each));
  }

  /** The place as a cursor. */
  String text() {
    return position
        + " "
        + size
        + " "
        + rows
        + " "
        + pages.name().toLowerCase(Locale.ROOT)
        + (pages == Pages.FULL || each == 0 ? "" : " " + each);
  }

  /** The place behind a page of {@code records}, of which {@code asked} were asked for. */
  CountedPlace behind(int records, int asked, Count count) {
    Pages now =
        asked > 0 && records < asked
            ? Pages.SHORT
            : records == asked && pages == Pages.FULL ? Pages.FULL : Pages.UNEVEN;
    int same = rows == 0 || records == each ? records : 0;
    return new CountedPlace(count.after(position, records), asked, rows + records, now, same);
  }

  /**
   * Whether a page of {@code records} is larger than those before it were allowed to be: they held
   * the same each, at least a fifth less. Records that an API leaves out of a page here and there
   * do not look so.
   */
  boolean outgrown(int records) {
    return each > 0 && rows >= (long) ALIKE * each && records * 4L >= each * 5L;
  }

  /** Whether every page so far was full, and there was one. */
  boolean filled() {
    return pages == Pages.FULL && rows > 0;
  }
}
