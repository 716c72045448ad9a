package dev.tidemark.rest.paging;

import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.definition.Flag;
import dev.tidemark.rest.definition.MemberPath;
import dev.tidemark.rest.definition.Parameter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pages or records are counted; rows that move in between are seen by the next whole walk. A walk
 * keeps the size of its pages to its end, whatever the settings say meanwhile.
 */
record CountedPaging(Parameter parameter, Count count, CountEnd end) implements Paging {
  /** By which APIs refuse a page behind the last. */
  private static final Set<Integer> BEHIND_THE_LAST = Set.of(400, 404, 416, 422);

  @Override
  public List<MemberPath> looksAt() {
    Flag more = end.more();
    return more == null ? List.of() : List.of(more.body());
  }

  @Override
  public void ask(RequestDraft draft, @Nullable String cursor) {
    draft.put(parameter, place(cursor).position());
  }

  @Override
  public Step after(PageSeen page) {
    Flag more = end.more();
    CountedPlace place = place(page.asked().cursor());
    if (count.skips() && place.outgrown(page.envelope().count())) {
      return new Step.Implausible(outgrown(place, page.envelope().count()));
    }
    Said said = end.said(page, place);
    if (more != null && (said == Said.NONSENSE || said == Said.NOTHING)) {
      return Said.missing(more);
    }
    if (said == Said.END) {
      return new Step.End(null);
    }
    int records = page.envelope().count();
    // Numbers never end: a flag that is never taken back must not make the walk endless.
    return records == 0
        ? new Step.Broken("the page says that there is more but is empty")
        : new Step.More(place.behind(records, page.asked().pageSize(), count).text());
  }

  @Override
  public Warnings noticed(PageSeen page) {
    boolean followed =
        place(page.asked().cursor()).pages() == CountedPlace.Pages.SHORT
            && page.envelope().count() > 0;
    return Warnings.of(Warning.SHORT_PAGES, followed ? 1 : 0);
  }

  @Override
  public Fit fit(@Nullable String cursor, int wanted, int most) {
    CountedPlace place = place(cursor);
    int size = place.size() == 0 ? wanted : place.size();
    if (size <= most) {
      return new Fit(cursor, size, null);
    }
    CountedPlace smaller = count.resized(place, most);
    return smaller == null
        ? new Fit(cursor, size, tooMuch(size, most))
        : new Fit(cursor == null ? null : smaller.text(), smaller.size(), null);
  }

  private static String outgrown(CountedPlace place, int records) {
    return "the page holds "
        + records
        + " records, and each of those before it held "
        + place.each()
        + ": the API changed the size of its pages during the walk, and what lies between was never"
        + " shown; set pageSize.ask to a size that it gives from the first page on";
  }

  private static String tooMuch(int size, int most) {
    return "a page of "
        + size
        + " records is too much for the API, and no smaller page begins where this walk stands,"
        + " since not all of its pages were full; nothing was skipped: cancel the run and sync"
        + " again with pageSize set to "
        + most
        + " or less";
  }

  @Override
  public boolean counts() {
    return true;
  }

  @Override
  public boolean endsBy(int status, @Nullable String cursor) {
    CountedPlace place = place(cursor);
    return (BEHIND_THE_LAST.contains(status) && end.doubts(place)) || end.refuses(status, place);
  }

  /** Behind a full page the same status may be an accident: the end is not proved. */
  @Override
  public Warnings endedBy(@Nullable String cursor) {
    return Warnings.of(Warning.FULL_LAST_PAGE, place(cursor).filled() ? 1 : 0);
  }

  /** Behind a full page the same answer may be the list's end or an error. */
  @Override
  public String remark(int status, @Nullable String cursor) {
    if (cursor == null || !BEHIND_THE_LAST.contains(status)) {
      return "";
    }
    return end.capped(status, place(cursor))
        ? "; behind "
            + place(cursor).rows()
            + " records this may be the API's cap of deep pages and not the end; if it is the end,"
            + " say by which text of the body under errors.nothingNew"
        : "; if that is how this API answers behind the last page, declare"
            + " pagination.behindLast: ["
            + status
            + "], or by which text of the body under errors.nothingNew";
  }

  private CountedPlace place(@Nullable String cursor) {
    return CountedPlace.of(cursor, count);
  }
}
