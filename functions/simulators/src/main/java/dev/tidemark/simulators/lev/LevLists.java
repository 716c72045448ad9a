package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.lev.LevQuirk.UpdatedAtFilter.Reaction;
import dev.tidemark.simulators.page.Page;
import dev.tidemark.simulators.page.Pager;
import dev.tidemark.simulators.page.TimeBound;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers list requests: under a cursor, ascending by id. */
final class LevLists {
  private static final Set<String> ECHOING = Set.of(LevWorld.DEALS, LevWorld.LENDERS);

  private final LevExtras extras;
  private final Pager pager = new Pager(LevWorld.CURSORS);

  LevLists(LevExtras extras) {
    this.extras = extras;
  }

  Reply answer(LevCall call, Collection collection) {
    LevError error = LevRules.check(call, collection.shape());
    if (error != null) {
      return call.refused(error);
    }
    QueryString query = call.request().query();
    List<TimeBound> bounds = TimeBound.of(query);
    if (call.updatedAtFilter() == Reaction.REFUSED && !bounds.isEmpty()) {
      return call.refused(LevError.validation("This endpoint does not accept filter[updated_at]"));
    }
    String walk = call.request().path() + bounds;
    String sent = query.first(LevRules.CURSOR);
    if (sent != null
        && (call.due().has(LevQuirk.CursorRejected.class) || pager.foreign(sent, walk))) {
      return call.refused(LevError.badRequest("Invalid cursor"));
    }
    int limit =
        LevRules.paged(call.route())
            ? query.number(LevRules.LIMIT, LevRules.USUAL, LevRules.MOST)
            : Math.max(LevRules.USUAL, collection.ids().size());
    List<TimeBound> heard = call.updatedAtFilter() == Reaction.IGNORED ? List.of() : bounds;
    Pager.Ask ask = new Pager.Ask(walk, sent, limit);
    return page(call, collection, heard, ask);
  }

  private Reply page(LevCall call, Collection collection, List<TimeBound> bounds, Pager.Ask ask) {
    Predicate<Row> matches =
        row -> row.listed() && bounds.stream().allMatch(bound -> bound.test(row));
    List<Row> found = collection.after(position(ask.sent()), false, ask.limit() + 1, matches);
    QueryString query = call.request().query();
    Page page = pager.page(ask, found, row -> extras.apply(row, query), call.due());
    long total = collection.count(bounds.toString(), matches);
    String echo = ECHOING.contains(call.route().resource()) ? ask.sent() : null;
    return LevEnvelope.page(call, page, new LevEnvelope.Pagination(total, ask.limit(), echo));
  }

  private static @Nullable Row position(@Nullable String cursor) {
    String id = cursor == null ? null : LevWorld.CURSORS.id(cursor);
    return id == null ? null : Row.place(id, Long.parseLong(id), null);
  }
}
