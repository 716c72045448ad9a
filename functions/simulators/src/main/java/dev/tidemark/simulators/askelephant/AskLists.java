package dev.tidemark.simulators.askelephant;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.page.Page;
import dev.tidemark.simulators.page.Pager;
import dev.tidemark.simulators.page.TimeBound;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Answers list requests in the order of (updated_at, id), newest first unless asked otherwise
 * (contract askelephant 2.3). The row of a cursor counts where it is now, not where it was when the
 * cursor was issued.
 */
final class AskLists {
  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final String ORDER_BY = "order_by";
  private static final String ASCENDING = "updated_at:asc";
  private static final Set<String> ORDERS = Set.of(ASCENDING, "updated_at:desc");
  private static final int USUAL = 25;
  private static final int MOST = 100;

  private final AskScopes scopes;
  private final Pager pager = new Pager(AskWorld.CURSORS);

  AskLists(AskScopes scopes) {
    this.scopes = scopes;
  }

  Reply answer(Request request, Due due, Collection collection) {
    QueryString query = request.query();
    AskProblem problem = check(query);
    if (problem != null) {
      return problem.reply(request.number());
    }
    List<TimeBound> bounds = TimeBound.of(query);
    boolean descending = !ASCENDING.equals(query.first(ORDER_BY));
    String walk = request.path() + (descending ? " desc " : " asc ") + bounds;
    String cursor = query.first(CURSOR);
    Row position = position(cursor, collection);
    if (cursor != null
        && (position == null
            || due.has(AskElephantQuirk.CursorRejected.class)
            || pager.foreign(cursor, walk))) {
      int status = due.has(AskElephantQuirk.CursorsRefusedWith422.class) ? 422 : 400;
      return AskProblem.badRequest("The cursor is not valid for this query.")
          .withStatus(status)
          .reply(request.number());
    }
    Pager.Ask ask = new Pager.Ask(walk, cursor, query.number(LIMIT, USUAL, MOST));
    Predicate<Row> matches =
        row -> scopes.shows(row) && bounds.stream().allMatch(bound -> bound.test(row));
    List<Row> found = collection.after(position, descending, ask.limit() + 1, matches);
    return envelope(pager.page(ask, found, Row::json, due));
  }

  /** The refusal, or null when the query is as it should be (contract askelephant 2.3, 2.5). */
  private static @Nullable AskProblem check(QueryString query) {
    Set<String> known = new HashSet<>(TimeBound.NAMES);
    known.addAll(Set.of(LIMIT, CURSOR, ORDER_BY));
    String surplus = query.surplus(known);
    if (surplus != null) {
      return AskProblem.badRequest("Query parameter unknown or sent twice: " + surplus);
    }
    if (query.number(LIMIT, USUAL, MOST) == 0) {
      return AskProblem.invalid("limit", "invalid_range", "limit must be between 1 and 100.");
    }
    if (query.has(ORDER_BY) && !ORDERS.contains(String.valueOf(query.first(ORDER_BY)))) {
      return AskProblem.badRequest("Invalid value for order_by.");
    }
    return TimeBound.readable(query)
        ? null
        : AskProblem.badRequest("Invalid value for filter updated_at.");
  }

  private static @Nullable Row position(@Nullable String cursor, Collection collection) {
    String id = cursor == null ? null : AskWorld.CURSORS.id(cursor);
    return id == null ? null : collection.find(id);
  }

  private static Reply envelope(Page page) {
    String next = page.next() == null ? "" : ",\"next_cursor\":" + page.next();
    String tail = page.paginated() ? ",\"has_more\":" + page.hasMore() + next + "}" : "}";
    return Reply.of(200, "application/json", page.enclosed("{\"object\":\"list\",\"data\":", tail));
  }
}
