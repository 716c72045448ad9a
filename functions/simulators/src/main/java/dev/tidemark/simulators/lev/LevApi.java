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
  private final LevGate gate = new LevGate();
  private final LevLists lists;
  private final LevExtras extras;

  LevApi(Dataset dataset) {
    this.dataset = dataset;
    this.lists = new LevLists(dataset);
    this.extras = new LevExtras(dataset);
  }

  @Override
  public String resource(String path) {
    return LevRoute.of(path).resource();
  }

  @Override
  public Reply answer(Request request, Due due) {
    LevCall call = new LevCall(request, LevRoute.of(request.path()), due);
    if (call.route() instanceof LevRoute.Health) {
      return Reply.of(200, "application/json", "{\"status\":\"ok\"}");
    }
    Reply stopped = gate.stop(call);
    if (stopped != null) {
      return stopped;
    }
    LevError error = parentRefused(call);
    return error == null ? answer(call) : call.refused(error);
  }

  private static @Nullable LevError parentRefused(LevCall call) {
    String deal =
        switch (call.route()) {
          case LevRoute.ChildrenOf children -> children.deal();
          case LevRoute.ChildOf child -> child.deal();
          case LevRoute.FinancialsOf financials -> financials.deal();
          case LevRoute.ListOf _, LevRoute.OneOf _, LevRoute.Health _, LevRoute.Unknown _ -> null;
        };
    for (LevQuirk.ParentRefused quirk : call.due().of(LevQuirk.ParentRefused.class)) {
      if (deal != null && deal.equals(quirk.deal())) {
        return quirk.status() == 403
            ? LevError.forbidden("deals:read")
            : LevError.notFound("Deal", deal);
      }
    }
    return null;
  }

  private Reply answer(LevCall call) {
    return switch (call.route()) {
      case LevRoute.ListOf(String resource) -> lists.answer(call, dataset.collection(resource));
      case LevRoute.OneOf(String collection, String id) ->
          single(call, seen(call, dataset.collection(collection), id), id);
      case LevRoute.ChildrenOf(String deal, String child) ->
          deal(call, deal) == null
              ? call.refused(LevError.notFound("Deal", deal))
              : lists.answer(call, dataset.children(child, deal));
      case LevRoute.ChildOf(String deal, String child, String id) ->
          single(
              call,
              deal(call, deal) == null ? null : seen(call, dataset.children(child, deal), id),
              id);
      case LevRoute.FinancialsOf(String deal) ->
          single(
              call,
              deal(call, deal) == null
                  ? null
                  : dataset.children(LevWorld.FINANCIALS, deal).rows(Row::listed).stream()
                      .findFirst()
                      .orElse(null),
              deal);
      case LevRoute.Health() -> throw new AssertionError("answered before the door");
      case LevRoute.Unknown(String path) -> call.refused(LevError.notFound("Path", path));
    };
  }

  private @Nullable Row deal(LevCall call, String id) {
    return seen(call, dataset.collection(LevWorld.DEALS), id);
  }

  private static @Nullable Row seen(LevCall call, Collection collection, String id) {
    Row row = collection.find(id);
    boolean hidden =
        row == null
            || row.visibility() == Visibility.DELETED
            || call.due().has(LevQuirk.HiddenAsNotFound.class);
    return hidden ? null : row;
  }

  private Reply single(LevCall call, @Nullable Row row, String id) {
    LevError error = LevRules.check(call.route(), call.request().query(), false);
    if (error == null && call.route() instanceof LevRoute.OneOf one) {
      Collection all = dataset.collection(one.collection());
      error = LevRules.fields(call.request().query(), all.shape().fields());
    }
    if (error == null && row == null) {
      error = LevError.notFound("Record", id);
    }
    if (error != null || row == null) {
      return call.refused(error == null ? LevError.notFound("Record", id) : error);
    }
    LevQuery query = LevQuery.of(call.request().query());
    boolean lender =
        call.route() instanceof LevRoute.OneOf one && one.collection().equals(LevWorld.LENDERS);
    Json record = lender ? extras.lenderDetail(row) : extras.apply(row, query);
    return LevEnvelope.single(call.id(), call.request().at(), record);
  }
}
