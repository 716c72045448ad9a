package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows shopify.dev, "Paginate requests with REST" and "Orders". */
final class ShopifyLikeShape implements ExampleShape {
  private static final String PATH = "/admin/api/2026-01/orders";

  /** The bound that belongs to each cursor that was given. */
  private final Map<String, Instant> given = new ConcurrentHashMap<>();

  @Override
  public Reply answer(ExampleCall call) {
    if (!call.shows("X-Shopify-Access-Token", call.account().secret())) {
      return error(401, "[API] Invalid API key or access token");
    }
    String id = call.idAt(PATH + "/", ".json");
    if (id != null) {
      ExampleRow row = call.find(id);
      return row == null
          ? error(404, "Not Found")
          : ExampleCall.json(200, "{\"order\":" + record("orders", row) + "}");
    }
    return call.isAt(PATH + ".json") ? list(call) : error(404, "Not Found");
  }

  private Reply list(ExampleCall call) {
    String info = call.sent("page_info");
    int limit = call.number("limit", 50, 250);
    boolean known =
        info == null
            ? call.sendsOnly("limit", "status", "order", "updated_at_min")
            : call.sendsOnly("limit", "page_info");
    Instant from = info == null ? bound(call.sent("updated_at_min")) : given.get(info);
    Predicate<ExampleRow> behind = info == null ? row -> true : PageSlice.behind(info);
    if (limit == 0 || !known || from == null || behind == null) {
      return error(400, "Invalid value, or a parameter beside page_info");
    }
    List<ExampleRow> all =
        call.sorted(
            ExampleRows.BY_TIME, behind.and(row -> !row.at().isBefore(from) && !row.gone()));
    PageSlice page = PageSlice.of(all, 0, limit);
    Reply reply =
        ExampleCall.json(200, "{\"orders\":[" + page.json(row -> record("orders", row)) + "]}");
    if (!page.more()) {
      return reply;
    }
    given.merge(page.mark(), from, (one, other) -> one.isBefore(other) ? one : other);
    return reply.with(
        "Link",
        "<%s%s.json?limit=%d&page_info=%s>; rel=\"next\""
            .formatted(call.origin("https://shop.example"), PATH, limit, page.mark()));
  }

  private static @Nullable Instant bound(@Nullable String sent) {
    return sent == null ? Instant.EPOCH : ExampleCall.time(sent);
  }

  private static Reply error(int status, String message) {
    return ExampleCall.json(status, "{\"errors\":\"%s\"}".formatted(message));
  }

  @Override
  public Reply limited() {
    return error(429, "Exceeded 2 calls per second for api client.").with("Retry-After", "1.0");
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"id\":%d,\"name\":\"#%d\",\"note\":\"%d\",\"updated_at\":\"%s\"}"
        .formatted(row.id(), row.id(), row.sequence(), row.at().toString().replace("Z", "-00:00"));
  }
}
