package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Visibility;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.lev.LevEnvelope.Total;
import dev.tidemark.simulators.lev.LevQuirk.UpdatedAtFilter.Reaction;
import dev.tidemark.simulators.page.CursorLedger;
import dev.tidemark.simulators.page.Page;
import dev.tidemark.simulators.page.PageBending;
import dev.tidemark.simulators.page.PageQuirk;
import dev.tidemark.simulators.server.QueryString;
import dev.tidemark.simulators.server.Reply;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers list requests: under a cursor ascending by id, or at an offset once a sort is sent. */
final class LevLists {
  private static final Set<String> ECHOING = Set.of(LevWorld.DEALS, LevWorld.LENDERS);

  private final LevExtras extras;
  private final CursorLedger cursors = new CursorLedger();
  private final PageBending bending = new PageBending();

  LevLists(Dataset dataset) {
    extras = new LevExtras(dataset);
  }

  Reply answer(LevCall call, Collection collection) {
    QueryString raw = call.request().query();
    boolean deals = call.route().resource().equals(LevWorld.DEALS);
    Reaction reaction = call.updatedAtFilter(deals ? Reaction.HONOURED : Reaction.REFUSED);
    boolean known = deals || call.due().has(LevQuirk.UpdatedAtFilter.class);
    LevError error = LevRules.check(call.route(), raw, known);
    if (error == null && raw.has(LevParameters.FIELDS)) {
      error = LevRules.fields(raw, collection.shape().fields());
    }
    if (error == null && reaction == Reaction.REFUSED && filtersByUpdate(raw)) {
      error = LevError.validation("This endpoint does not accept filter[updated_at]");
    }
    String binding = LevQuery.binding(call.request().path(), raw);
    error = error == null ? cursor(call, binding) : error;
    if (error != null) {
      return call.refused(error);
    }
    LevQuery query = LevQuery.of(raw);
    LevQuery heard = reaction == Reaction.IGNORED ? query.without("updated_at") : query;
    if (!LevParameters.of(call.route(), known).contains(LevParameters.LIMIT)) {
      heard = heard.unpaged(collection.ids().size());
    }
    return heard.sort().isEmpty()
        ? page(call, collection, heard, binding)
        : offsetPage(call, collection, heard);
  }

  private static boolean filtersByUpdate(QueryString raw) {
    return LevQuery.of(raw).filters().stream().anyMatch(f -> f.field().equals("updated_at"));
  }

  private @Nullable LevError cursor(LevCall call, String binding) {
    String cursor = call.request().query().first(LevParameters.CURSOR);
    if (cursor == null) {
      return null;
    }
    boolean rejected = call.due().has(LevQuirk.CursorRejected.class);
    return rejected || cursors.foreign(cursor, binding)
        ? LevError.badRequest("Invalid cursor")
        : null;
  }

  private Reply page(LevCall call, Collection collection, LevQuery query, String binding) {
    String sent = query.cursor();
    Long behind = sent == null ? null : LevCursor.id(sent);
    Predicate<Row> matches = query.matches();
    List<Row> rows = collection.after(probe(behind), false, query.limit() + 1, matches);
    boolean more = rows.size() > query.limit();
    List<Row> shown = more ? rows.subList(0, query.limit()) : rows;
    String next = more ? LevCursor.of(shown.getLast().rank()) : null;
    if (next != null) {
      cursors.issue(next, binding);
    }
    Page page = Page.of(render(shown, query), next);
    for (PageQuirk quirk : call.due().of(PageQuirk.class)) {
      page = bending.bend(page, quirk, binding, sent);
    }
    Total total = new Total(collection.count(query.filters().toString(), matches), query.limit());
    String echo = ECHOING.contains(call.route().resource()) ? sent : null;
    return LevEnvelope.page(call.id(), call.request().at(), page, total, echo);
  }

  private static @Nullable Row probe(@Nullable Long behind) {
    return behind == null
        ? null
        : new Row(behind.toString(), behind, null, Json.of("{}"), Visibility.DELETED);
  }

  private Reply offsetPage(LevCall call, Collection collection, LevQuery query) {
    List<Row> sorted =
        collection.rows(query.matches()).stream().sorted(LevSort.by(query.sort())).toList();
    int from = Math.min(query.offset(), sorted.size());
    int to = Math.min(from + query.limit(), sorted.size());
    Page page = new Page(render(sorted.subList(from, to), query), to < sorted.size(), null, true);
    for (PageQuirk quirk : call.due().of(PageQuirk.class)) {
      page = bending.bend(page, quirk, "offset", null);
    }
    Total total = new Total(sorted.size(), query.limit());
    return LevEnvelope.offsetPage(call.id(), call.request().at(), page, total, query.offset());
  }

  private List<Json> render(List<Row> rows, LevQuery query) {
    return rows.stream().map(row -> extras.apply(row, query)).toList();
  }
}
