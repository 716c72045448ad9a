package dev.tidemark.simulators.lev;

import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.dataset.Visibility;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import dev.tidemark.simulators.server.Vendor;
import org.jspecify.annotations.Nullable;

/** Answers requests to Lev: the door first, then lists and singles. */
final class LevApi implements Vendor {
  private final Dataset dataset;
  private final LevLists lists;
  private final LevExtras extras;

  LevApi(Dataset dataset) {
    this.dataset = dataset;
    this.extras = new LevExtras(dataset);
    this.lists = new LevLists(extras);
  }

  @Override
  public String resource(String path) {
    return LevRoute.of(path).resource();
  }

  @Override
  public Reply answer(Request request, Due due) {
    LevCall call = new LevCall(request, LevRoute.of(request.path()), due);
    Reply stopped = LevGate.stop(call);
    return stopped == null ? answer(call) : stopped;
  }

  private Reply answer(LevCall call) {
    return switch (call.route()) {
      case LevRoute.ListOf(String resource) -> lists.answer(call, dataset.collection(resource));
      case LevRoute.OneOf(String collection, String id) -> {
        Collection all = dataset.collection(collection);
        yield single(call, all, seen(call, all, id), id);
      }
      case LevRoute.ChildrenOf(String deal, String child) ->
          seen(call, dataset.collection(LevWorld.DEALS), deal) == null
              ? call.refused(LevError.notFound("Deal", deal))
              : children(call, deal, child);
      case LevRoute.Unknown(String path) -> call.refused(LevError.notFound("Path", path));
    };
  }

  private Reply children(LevCall call, String deal, String child) {
    Collection all = dataset.children(child, deal);
    if (!child.equals(LevWorld.FINANCIALS)) {
      return lists.answer(call, all);
    }
    return single(call, all, all.rows(Row::listed).stream().findFirst().orElse(null), deal);
  }

  private static @Nullable Row seen(LevCall call, Collection collection, String id) {
    Row row = collection.find(id);
    boolean hidden =
        row == null
            || row.visibility() == Visibility.DELETED
            || call.due().has(LevQuirk.HiddenAsNotFound.class);
    return hidden ? null : row;
  }

  private Reply single(LevCall call, Collection all, @Nullable Row row, String id) {
    LevError error = LevRules.check(call, all.shape());
    if (error != null || row == null) {
      return call.refused(error == null ? LevError.notFound("Record", id) : error);
    }
    Json record = extras.apply(row, call.request().query());
    boolean lender = call.route().resource().equals("lenders/{id}");
    return LevEnvelope.single(call, lender ? LevExtras.lenderDetail(row) : record);
  }
}
