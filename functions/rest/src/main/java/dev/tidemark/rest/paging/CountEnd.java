package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.Pagination.LastPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what a counted walk knows its last page: a flag, else by how many records it has. */
record CountEnd(@Nullable Flag more, LastPage last, List<Integer> behindLast) {
  /** So many records, and a whole number of times as many, are where APIs cap deep pages. */
  private static final int CAP = 1000;

  /**
   * What {@code page} says.
   *
   * @param place where it was asked for
   */
  Said said(PageSeen page, CountedPlace place) {
    int count = page.envelope().count();
    if (more != null) {
      return Said.by(more, page.envelope());
    }
    return switch (last) {
      case EMPTY -> count == 0 ? Said.END : Said.MORE;
      // An API that never gives as many as were asked for gives no short page, but small ones.
      case SHORT ->
          count == 0 || (place.filled() && count < page.asked().pageSize()) ? Said.END : Said.MORE;
    };
  }

  /**
   * Whether a refusal of {@code status} is declared to mean that {@code place} is behind the last
   * page, and may: there was a page before it, and no such number of records that the API may have
   * refused to go deeper.
   */
  boolean refuses(int status, CountedPlace place) {
    return behindLast.contains(status) && place.rows() > 0 && !capped(status, place);
  }

  /** Whether the declared status may be the API's cap of deep pages. */
  boolean capped(int status, CountedPlace place) {
    return behindLast.contains(status) && place.rows() > 0 && place.rows() % CAP == 0;
  }

  /** Whether a page is asked for only to see that there is none. */
  boolean doubts(CountedPlace place) {
    return more == null && last == LastPage.SHORT && place.pages() == CountedPlace.Pages.SHORT;
  }
}
