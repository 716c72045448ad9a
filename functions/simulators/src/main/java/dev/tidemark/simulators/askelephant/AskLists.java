package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.page.CursorLedger;
import dev.tidemark.simulators.page.Page;
import dev.tidemark.simulators.page.PageBending;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers list requests in the order of (updated_at, id). */
final class AskLists {
  private final AskScopes scopes;
  private final CursorLedger cursors = new CursorLedger();
  private final PageBending bending = new PageBending();

  AskLists(AskScopes scopes) {
    this.scopes = scopes;
  }

  Reply answer(Request request, Due due, String resource, Collection collection) {
    boolean capped = due.has(AskElephantQuirk.LimitCapped.class);
    AskProblem problem = AskRules.check(resource, request.query(), capped);
    if (problem != null) {
      return problem.reply(request.number());
    }
    AskQuery query = AskQuery.of(resource, request.query());
    String cursor = query.cursor();
    String id = cursor == null ? null : AskCursor.id(cursor);
    Row position = id == null ? null : collection.find(id);
    if (cursor != null && (position == null || refused(cursor, query, due))) {
      int status = due.has(AskElephantQuirk.CursorsRefusedWith422.class) ? 422 : 400;
      return AskProblem.badRequest("The cursor is not valid for this query.")
          .withStatus(status)
          .reply(request.number());
    }
    return page(due, query, collection, position);
  }

  private boolean refused(String cursor, AskQuery query, Due due) {
    return due.has(AskElephantQuirk.CursorRejected.class)
        || cursors.foreign(cursor, query.binding());
  }

  /** The row of the cursor counts where it is now, not where it was when the cursor was issued. */
  private Reply page(Due due, AskQuery query, Collection collection, @Nullable Row position) {
    Predicate<Row> matches = query.matches().and(scopes::shows);
    List<Row> rows = collection.after(position, query.descending(), query.limit() + 1, matches);
    boolean more = rows.size() > query.limit();
    List<Row> shown = more ? rows.subList(0, query.limit()) : rows;
    String next = more ? AskCursor.of(shown.getLast().id()) : null;
    if (next != null) {
      cursors.issue(next, query.binding());
    }
    List<Json> records =
        shown.stream().map(row -> AskExpansion.expanded(row, query.expand())).toList();
    Page page = Page.of(records, next);
    for (PageQuirk quirk : due.of(PageQuirk.class)) {
      page = bending.bend(page, quirk, query.binding(), query.cursor());
    }
    return envelope(page);
  }

  private static Reply envelope(Page page) {
    String next = page.next() == null ? "" : ",\"next_cursor\":" + page.next();
    String tail = page.paginated() ? ",\"has_more\":" + page.hasMore() + next + "}" : "}";
    return Reply.of(200, "application/json", page.enclosed("{\"object\":\"list\",\"data\":", tail));
  }
}
