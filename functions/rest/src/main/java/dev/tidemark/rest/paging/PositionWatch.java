package dev.tidemark.rest.paging;

import org.jspecify.annotations.Nullable;

/**
 * Finds cursors and URLs that are positions in the list: numbers that grow by one, or by what the
 * page held, from page to page. An edit moves rows behind such a position, and the walk never sees
 * them. It takes three positions to tell: the beginning of the list counts as one.
 */
public final class PositionWatch {
  private @Nullable String grown;

  /**
   * What shows that the walk goes by positions, such as {@code 100, then 200}; null where nothing
   * does.
   *
   * @param sent the cursor that the page was asked by; null for the first page
   * @param next the one that it gave
   * @param records that it held
   * @param key the last record's id as JSON text, where the cursor is declared to name a record;
   *     else null
   */
  public @Nullable String evidence(
      @Nullable String sent, String next, int records, @Nullable String key) {
    CursorNumbers numbers = sent == null || records < 2 ? null : CursorNumbers.between(sent, next);
    String before = grown;
    grown = null;
    if (numbers == null || Long.toString(numbers.after()).equals(unquoted(key))) {
      return null;
    }
    long step = numbers.after() - numbers.before();
    if (step != 1 && step != records) {
      return null;
    }
    grown = next;
    boolean second =
        (step == records && numbers.before() == records) || (step == 1 && isPage(numbers.before()));
    return second || (before != null && before.equals(sent))
        ? numbers.before() + ", then " + numbers.after()
        : null;
  }

  /** Whether the number is that of a list's second page. */
  private static boolean isPage(long number) {
    return number == 1 || number == 2;
  }

  private static @Nullable String unquoted(@Nullable String json) {
    return json == null ? null : json.replace("\"", "");
  }
}
