package dev.tidemark.rest.page;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.paging.PageSeen;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which statuses of success hold a page. Any may, if the list is there; but an answer that calls
 * itself a part, or work that is not done, ends no walk.
 */
final class PageStatus {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int PART = 206;

  /** As in {@code items 20-24/25} (RFC 9110, 14.4). */
  private static final Pattern RANGE = Pattern.compile("\\S+ \\d{1,15}-(\\d{1,15})/(\\d{1,15})");

  private PageStatus() {}

  /** Whether the body of an answer of {@code status} is read as a page. */
  static boolean holdsPage(int status) {
    return status >= 200 && status < 300 && status != 204 && status != 205;
  }

  /** Whether an answer of {@code status} has no body and says that there is nothing. */
  static boolean isEmpty(int status) {
    return status == 204 || status == 304;
  }

  /**
   * The same outcome, if the status of its answer allows it.
   *
   * @param partial whether a page that leads to a next one may be a part of what was asked for
   */
  static PageOutcome believed(
      String place, PageSeen page, PageOutcome outcome, Predicate<String> partial) {
    int status = page.answer().status();
    if (status == OK || !(outcome instanceof Delivered delivered)) {
      return outcome;
    }
    if (!page.envelope().hadRecords()) {
      return new PageOutcome.Unavailable(
          place + " answered " + status + " and no list of records", delivered.requestId());
    }
    boolean part = (status == PART && !reachesTheEnd(page.answer())) || status == ACCEPTED;
    String next = delivered.next();
    return part && (next == null || !partial.test(next))
        ? new PageOutcome.Unavailable(
            place
                + " answered "
                + status
                + ", which says that this is not all, and names no next page; where it stands is in"
                + " the pagination of the definition",
            delivered.requestId())
        : outcome;
  }

  private static boolean reachesTheEnd(Response answer) {
    String range = answer.header("Content-Range");
    Matcher matcher = RANGE.matcher(range == null ? "" : range.strip());
    return matcher.matches()
        && Long.parseLong(matcher.group(1)) + 1 >= Long.parseLong(matcher.group(2));
  }
}
