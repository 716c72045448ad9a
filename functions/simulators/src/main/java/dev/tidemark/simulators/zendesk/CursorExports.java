package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.page.CursorLedger;
import dev.tidemark.simulators.page.Page;
import dev.tidemark.simulators.page.PageBending;
import dev.tidemark.simulators.server.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers the exports that walk under a cursor (contract zendesk 3.4). */
final class CursorExports {
  private final Dataset dataset;
  private final ZendeskSelection selection;
  private final CursorLedger cursors = new CursorLedger();
  private final PageBending bending = new PageBending();

  CursorExports(Dataset dataset) {
    this.dataset = dataset;
    this.selection = new ZendeskSelection(dataset);
  }

  Reply answer(ZendeskCall call, ZendeskRoute.CursorExport route) {
    Collection collection = dataset.collection(route.resource());
    ZendeskError error = ZendeskRules.check(call, collection.shape().ids());
    error = error == null ? refusal(call) : error;
    if (error != null) {
      return call.refused(error);
    }
    ZendeskQuery query = ZendeskQuery.of(call.request().query());
    Cut cut = cut(call, query, collection);
    cut.issued().forEach(cursor -> cursors.issue(cursor, route.resource()));
    Page page =
        bending.bend(
            cut.page(ZendeskSelection.written(call, query, cut.rows())),
            call.due(),
            route.resource(),
            query.sent());
    return Reply.of(
        200,
        "application/json",
        page.enclosed("{\"" + route.key() + "\":", tail(call, route, page) + "}"));
  }

  private @Nullable ZendeskError refusal(ZendeskCall call) {
    String sent = call.request().query().first(ZendeskRules.CURSOR);
    boolean refused =
        sent != null
            && (call.meets(ZendeskQuirk.CursorRejected.class)
                || cursors.foreign(sent, call.route().resource()));
    return refused ? ZendeskError.badPagination("cursor is invalid") : null;
  }

  private Cut cut(ZendeskCall call, ZendeskQuery query, Collection collection) {
    Predicate<Row> selected = selection.of(call, query);
    Row position = query.position(collection.shape().ids());
    List<Row> found = collection.after(position, false, query.perPage() + 1, selected);
    List<ZendeskQuirk.EmptyFirstPage> first = call.due().of(ZendeskQuirk.EmptyFirstPage.class);
    if (query.sent() == null && (found.isEmpty() || !first.isEmpty())) {
      boolean absent = !first.isEmpty() && first.getLast().absent();
      return new Cut(List.of(), false, null, absent);
    }
    if (!found.isEmpty() && call.meets(ZendeskQuirk.EmptyPage.class)) {
      ZendeskCursor next = ZendeskCursor.between(query.cursor(), found.getFirst());
      return new Cut(List.of(), true, text(call, next), false);
    }
    if (query.sent() != null && call.meets(ZendeskQuirk.StuckCursor.class)) {
      return new Cut(List.of(), true, query.sent(), false);
    }
    boolean more = found.size() > query.perPage();
    List<Row> shown = more ? found.subList(0, query.perPage()) : found;
    String next = shown.isEmpty() ? query.sent() : text(call, ZendeskCursor.at(shown.getLast()));
    boolean bare = !more && call.meets(ZendeskQuirk.NoFinalCursor.class);
    return new Cut(replayed(call, query, collection, shown), more, bare ? null : next, false);
  }

  private List<Row> replayed(
      ZendeskCall call, ZendeskQuery query, Collection collection, List<Row> shown) {
    List<ZendeskQuirk.Replayed> quirks = call.due().of(ZendeskQuirk.Replayed.class);
    if (quirks.isEmpty() || query.sent() == null) {
      return shown;
    }
    Row position = query.position(collection.shape().ids());
    Row behind = shown.isEmpty() ? position : shown.getFirst();
    List<Row> all =
        new ArrayList<>(
            collection
                .after(behind, true, quirks.getLast().rows(), selection.of(call, query))
                .reversed());
    all.addAll(shown);
    return all;
  }

  private static String text(ZendeskCall call, ZendeskCursor cursor) {
    return cursor.text(call.meets(ZendeskQuirk.PlusInCursors.class));
  }

  private static String tail(ZendeskCall call, ZendeskRoute.CursorExport route, Page page) {
    if (!page.paginated()) {
      return "";
    }
    String url = ZendeskUrls.next(call, page, ZendeskRules.CURSOR);
    String cursor = page.next() == null ? "" : ",\"after_cursor\":" + page.next();
    String ends = ",\"end_of_stream\":" + !page.hasMore();
    if (!route.ofRecords()) {
      return ",\"after_url\":"
          + url
          + cursor
          + ",\"before_url\":null,\"before_cursor\":null"
          + ends;
    }
    String head = cursor + ",\"after_url\":" + (page.hasMore() ? url : "null");
    return head
        + ",\"before_cursor\":null,\"before_url\":null"
        + ",\"filter\":{\"exclude_deleted\":false}"
        + ",\"meta\":{\"has_more\":%s}".formatted(page.hasMore())
        + (call.meets(ZendeskQuirk.EndOfStreamEverywhere.class) ? ends : "");
  }

  /**
   * What a page shows and where it ends.
   *
   * @param next the cursor behind it; null without one
   * @param absent whether a missing cursor is left out in place of null
   */
  private record Cut(List<Row> rows, boolean more, @Nullable String next, boolean absent) {
    List<String> issued() {
      return next == null ? List.of() : List.of(next);
    }

    Page page(List<Json> records) {
      String written = next == null ? (absent ? null : "null") : Json.quoted(next);
      return new Page(records, more, written, true);
    }
  }
}
