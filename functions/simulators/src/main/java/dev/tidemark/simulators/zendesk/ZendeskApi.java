package dev.tidemark.simulators.zendesk;

import dev.tidemark.simulators.credential.TokenLedger;
import dev.tidemark.simulators.dataset.Dataset;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.simulators.json.Json;
import dev.tidemark.simulators.server.Due;
import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import dev.tidemark.simulators.server.Vendor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers requests to Zendesk: the buckets and the door first, then exports and singles. */
final class ZendeskApi implements Vendor {
  private static final String JSON = "application/json";

  private final Dataset dataset;
  private final Set<String> objects;
  private final ZendeskAccess access;
  private final ZendeskGate gate;
  private final ZendeskGrants grants;
  private final CursorExports byCursor;
  private final TimeExports byTime;
  private final ZendeskBuckets buckets = new ZendeskBuckets();

  ZendeskApi(Dataset dataset, Set<String> objects, TokenLedger tokens) {
    this.dataset = dataset;
    this.objects = Set.copyOf(objects);
    this.access = new ZendeskAccess(tokens);
    this.gate = new ZendeskGate(access);
    this.grants = new ZendeskGrants(tokens);
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
    Reply reply = limits.isEmpty() ? passed(call) : counted(call, limits.getLast());
    return reply.with("X-Zendesk-Request-Id", "%032x".formatted(request.number()));
  }

  private Reply counted(ZendeskCall call, ZendeskQuirk.Buckets limits) {
    ZendeskBuckets.Counted counted = buckets.count(call.route(), limits, call.request().at());
    Reply reply =
        counted.exceeded()
            ? limits
                .retryAfter()
                .on(call.refused(ZendeskError.rateLimited()), counted.resets(), call.request().at())
            : passed(call);
    return counted.on(reply);
  }

  private Reply passed(ZendeskCall call) {
    Reply stopped = gate.stop(call);
    return stopped == null ? answer(call) : stopped;
  }

  private Reply answer(ZendeskCall call) {
    return switch (call.route()) {
      case ZendeskRoute.CursorExport export ->
          known(export.resource())
              ? sized(call) ? byCursor.answer(call, export) : tooLarge(call)
              : call.refused(ZendeskError.recordNotFound());
      case ZendeskRoute.TimeExport export ->
          sized(call) ? byTime.answer(call, export) : tooLarge(call);
      case ZendeskRoute.OneOf one -> single(call, one);
      case ZendeskRoute.CustomObjects() -> Reply.of(200, JSON, customObjects());
      case ZendeskRoute.Me() -> Reply.of(200, JSON, me(call));
      case ZendeskRoute.Tokens() -> grants.answer(call);
      case ZendeskRoute.Unknown _ -> call.refused(ZendeskError.invalidEndpoint());
    };
  }

  private boolean known(String resource) {
    return !resource.startsWith(ZendeskWorld.RECORDS)
        || objects.contains(resource.substring(ZendeskWorld.RECORDS.length() + 1));
  }

  private static boolean sized(ZendeskCall call) {
    String sent = call.request().query().first(ZendeskParameters.PER_PAGE);
    boolean number = sent != null && sent.matches("[0-9]{1,4}");
    int size = number ? Integer.parseInt(sent) : ZendeskQuery.MOST;
    return call.due().of(ZendeskQuirk.GatewayTimeoutAbove.class).stream()
        .allMatch(quirk -> size <= quirk.most());
  }

  private static Reply tooLarge(ZendeskCall call) {
    return call.refused(ZendeskError.gatewayTimeout());
  }

  private Reply single(ZendeskCall call, ZendeskRoute.OneOf one) {
    ZendeskError error = ZendeskRules.names(call.request().query(), call.route());
    Row row = known(one.collection()) ? shown(one) : null;
    if (error == null && row == null) {
      error = ZendeskError.recordNotFound();
    }
    return error != null || row == null
        ? call.refused(error == null ? ZendeskError.recordNotFound() : error)
        : Reply.of(200, JSON, "{\"" + one.key() + "\":" + row.json() + "}");
  }

  /** Zendesk 3.6: "Single GET of a deleted ticket → 404 RecordNotFound". */
  private @Nullable Row shown(ZendeskRoute.OneOf one) {
    Row row = dataset.collection(one.collection()).find(one.id());
    if (row == null || !ZendeskSelection.exists(row)) {
      return null;
    }
    boolean deleted =
        one.collection().equals(ZendeskWorld.TICKETS)
            ? TicketShapes.isDeleted(row)
            : one.key().equals("custom_object_record") && AccountShapes.isDeletedRecord(row);
    return deleted ? null : row;
  }

  private String customObjects() {
    return objects.stream()
        .sorted()
        .map(key -> "{\"key\":%s,\"title\":%s}".formatted(Json.quoted(key), Json.quoted(key)))
        .collect(Collectors.joining(",", "{\"custom_objects\":[", "]}"));
  }

  private String me(ZendeskCall call) {
    boolean anonymous = access.anonymous(call.request());
    return anonymous
        ? "{\"user\":{\"id\":null,\"name\":\"Anonymous user\",\"email\":\"invalid@example.com\","
            + "\"role\":\"end-user\"}}"
        : "{\"user\":{\"id\":35436,\"name\":\"Jo Agent\",\"email\":%s,\"role\":\"admin\"}}"
            .formatted(Json.quoted(Zendesk.EMAIL));
  }
}
