package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.page.Page;
import dev.tidemark.simulators.page.PageBending;
import dev.tidemark.simulators.server.Reply;
import java.util.List;
import java.util.function.Predicate;

/** Answers the exports that walk from an inclusive start time (contract zendesk 3.5). */
final class TimeExports {
  private final Dataset dataset;
  private final ZendeskSelection selection;
  private final PageBending bending = new PageBending();

  TimeExports(Dataset dataset) {
    this.dataset = dataset;
    this.selection = new ZendeskSelection(dataset);
  }

  Reply answer(ZendeskCall call, ZendeskRoute.TimeExport route) {
    Collection collection = dataset.collection(route.resource());
    ZendeskError error = ZendeskRules.check(call, collection.shape().ids());
    if (error != null) {
      return call.refused(error);
    }
    ZendeskQuery query = ZendeskQuery.of(call.request().query());
    Cut cut = cut(call, query, collection);
    List<Json> records = ZendeskSelection.written(call, query, cut.rows());
    Page honest = new Page(records, cut.more(), Long.toString(cut.endTime()), true);
    Page page = bending.bend(honest, call.due(), route.resource(), null);
    return Reply.of(
        200,
        "application/json",
        page.enclosed("{\"" + route.resource() + "\":", tail(call, route, page) + "}"));
  }

  private Cut cut(ZendeskCall call, ZendeskQuery query, Collection collection) {
    Predicate<Row> selected = selection.of(call, query);
    Row position = query.position(collection.shape().ids());
    long start = ZendeskWorld.second(position);
    List<Row> found = collection.after(position, false, query.perPage() + 1, selected);
    if (found.size() <= query.perPage()) {
      long end = found.isEmpty() ? start : ZendeskWorld.second(found.getLast());
      return new Cut(found, false, end);
    }
    List<Row> shown = found.subList(0, query.perPage());
    long end = ZendeskWorld.second(shown.getLast());
    return end > start || call.meets(ZendeskQuirk.StuckEndTime.class)
        ? new Cut(shown, true, end)
        : oversize(collection.after(position, false, Integer.MAX_VALUE, selected), start);
  }

  /** Up to the first record of a later second, because else the walk could not advance. */
  private static Cut oversize(List<Row> rest, long start) {
    int ties = (int) rest.stream().takeWhile(row -> ZendeskWorld.second(row) == start).count();
    int size = Math.min(ties + 1, rest.size());
    List<Row> shown = rest.subList(0, size);
    return new Cut(shown, size < rest.size(), ZendeskWorld.second(shown.getLast()));
  }

  private static String tail(ZendeskCall call, ZendeskRoute.TimeExport route, Page page) {
    if (!page.paginated()) {
      return "";
    }
    boolean urlless = !page.hasMore() && call.meets(ZendeskQuirk.NoFinalNextPage.class);
    String url = urlless ? "null" : ZendeskUrls.next(call, page, ZendeskRules.START_TIME);
    List<Json> records = page.records();
    String end = page.next() == null ? "" : ",\"end_time\":" + page.next();
    String counted =
        ",\"count\":%d%s,\"next_page\":%s"
            .formatted(records == null ? 0 : records.size(), end, url);
    boolean silent =
        route.resource().equals(ZendeskWorld.METRIC_EVENTS)
            && !call.meets(ZendeskQuirk.EndOfStreamEverywhere.class);
    return silent ? counted : counted + ",\"end_of_stream\":" + !page.hasMore();
  }

  /** What a page shows; {@code endTime} is the second from which the next one starts. */
  private record Cut(List<Row> rows, boolean more, long endTime) {}
}
