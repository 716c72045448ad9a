package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.credential.Grant;
import dev.tidemark.simulators.credential.GrantFault;
import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import dev.tidemark.simulators.server.Vendor;
import java.util.List;

/** Answers requests to Zendesk: the buckets and the door first, then exports, singles, tokens. */
final class ZendeskApi implements Vendor {
  private final Dataset dataset;
  private final TokenLedger tokens;
  private final ZendeskGate gate;
  private final CursorExports byCursor;
  private final TimeExports byTime;
  private final ZendeskBuckets buckets = new ZendeskBuckets();

  ZendeskApi(Dataset dataset, TokenLedger tokens) {
    this.dataset = dataset;
    this.tokens = tokens;
    this.gate = new ZendeskGate(new ZendeskAccess(tokens));
    this.byCursor = new CursorExports(dataset);
    this.byTime = new TimeExports(dataset);
  }

  @Override
  public String resource(String path) {
    return ZendeskRoute.of(path).resource();
  }

  @Override
  public Reply answer(Request request, Due due) {
    ZendeskCall call = new ZendeskCall(request, ZendeskRoute.of(request.path()), due);
    List<ZendeskQuirk.Buckets> limits = due.of(ZendeskQuirk.Buckets.class);
    Reply reply =
        limits.isEmpty() ? passed(call) : buckets.count(call, limits.getLast(), () -> passed(call));
    return reply.with("X-Zendesk-Request-Id", "%032x".formatted(request.number()));
  }

  private Reply passed(ZendeskCall call) {
    Reply stopped = gate.stop(call);
    return stopped == null ? answer(call) : stopped;
  }

  private Reply answer(ZendeskCall call) {
    return switch (call.route()) {
      case ZendeskRoute.CursorExport export ->
          ZendeskWorld.NAMES.contains(export.resource())
              ? byCursor.answer(call, export)
              : call.refused(ZendeskError.recordNotFound());
      case ZendeskRoute.TimeExport export -> byTime.answer(call, export);
      case ZendeskRoute.OneOf one ->
          ZendeskWorld.NAMES.contains(one.collection())
              ? single(call, one, dataset.collection(one.collection()))
              : call.refused(ZendeskError.recordNotFound());
      case ZendeskRoute.Token() -> granted(call);
      case ZendeskRoute.Unknown _ -> call.refused(ZendeskError.invalidEndpoint());
    };
  }

  /** Zendesk 3.6: "Single GET of a deleted ticket → 404 RecordNotFound". */
  private static Reply single(ZendeskCall call, ZendeskRoute.OneOf one, Collection all) {
    ZendeskError error = ZendeskRules.check(call, all.shape().ids());
    if (error != null) {
      return call.refused(error);
    }
    Row row = all.find(one.id());
    return row == null
            || !ZendeskSelection.exists(row)
            || TicketShapes.isDeleted(row)
            || AccountShapes.isDeletedRecord(row)
        ? call.refused(ZendeskError.recordNotFound())
        : Reply.of(200, "application/json", "{\"" + one.key() + "\":" + row.json() + "}");
  }

  /** Client credentials as JSON (zendesk 3.1). */
  private Reply granted(ZendeskCall call) {
    Grant grant = Grant.json(call.request());
    GrantFault fault =
        Grant.fault(grant, Zendesk.CLIENT_ID, Zendesk.CLIENT_SECRET, ZendeskAccess::withinCeiling);
    if (fault != null) {
      return call.refused(ZendeskError.grantRefused(fault));
    }
    String scope = grant == null || grant.scope() == null ? ZendeskAccess.READ : grant.scope();
    return tokens.grant(scope, call.request().at());
  }
}
