package dev.tidemark.simulators.page;

import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Due;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out the page quirks; remembers the cursors of each walk, which a cycle needs. */
public final class PageBending {
  private final Map<String, List<String>> cycles = new HashMap<>();

  /**
   * The page after all page quirks that are due.
   *
   * @param walk names the query that the page belongs to
   * @param sent the cursor that was asked for, null on the first page
   */
  public Page bend(Page page, Due due, String walk, @Nullable String sent) {
    Page bent = page;
    for (PageQuirk quirk : due.of(PageQuirk.class)) {
      bent = bent(bent, quirk, walk, sent);
    }
    return bent;
  }

  private Page bent(Page page, PageQuirk quirk, String walk, @Nullable String sent) {
    return switch (quirk) {
      case PageQuirk.NoNextCursor(var form) ->
          page.withNext(
              switch (form) {
                case NULL -> "null";
                case EMPTY -> "\"\"";
                case ABSENT -> null;
              });
      case PageQuirk.RepeatedCursor() -> sent == null ? page : page.withNext(Json.quoted(sent));
      case PageQuirk.CursorCycle(int length) -> cycle(page, length, walk, sent);
      case PageQuirk.MissingPagination() -> new Page(page.records(), false, null, false);
      case PageQuirk.EmptyData() -> page.withRecords(List.of());
      case PageQuirk.NullData() -> page.withRecords(null);
      case PageQuirk.NonObjectRecord(String json) -> preceded(page, Json.of(json));
      case PageQuirk.RecordWithoutId() -> preceded(page, Json.of("{\"title\":\"Nobody's\"}"));
    };
  }

  private synchronized Page cycle(Page page, int length, String walk, @Nullable String sent) {
    List<String> issued = cycles.computeIfAbsent(walk, key -> new ArrayList<>());
    if (sent == null) {
      issued.clear();
    }
    String next = page.next();
    if (issued.size() == length && Json.quoted(sent == null ? "" : sent).equals(issued.getLast())) {
      return page.withNext(issued.getFirst());
    }
    if (next != null && page.hasMore() && issued.size() < length) {
      issued.add(next);
    }
    return page;
  }

  private static Page preceded(Page page, Json intruder) {
    List<Json> records = new ArrayList<>();
    records.add(intruder);
    List<Json> honest = page.records();
    records.addAll(honest == null ? List.of() : honest);
    return page.withRecords(records);
  }
}
