package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows docs.stripe.com/api: newest first by the time of creation, {@code starting_after}. */
final class StripeLikeShape implements ExampleShape {
  private static final Comparator<ExampleRow> NEWEST =
      Comparator.comparing(ExampleRow::made).thenComparingLong(ExampleRow::id).reversed();

  @Override
  public Reply answer(ExampleCall call) {
    if (!call.showsBasic(call.account().secret(), "")) {
      return error(401, "Invalid API Key provided");
    }
    String id = call.idAt("/v1/charges/", "");
    if (id != null) {
      ExampleRow row = id.startsWith("ch_") ? call.find(id) : null;
      return row == null
          ? error(404, "No such charge: " + id)
          : ExampleCall.json(200, record("charges", row));
    }
    return switch (call.request().path()) {
      case "/v1/charges" -> list("charges", call);
      case "/v1/events" -> list("events", call);
      default -> error(404, "Unrecognized request URL");
    };
  }

  private Reply list(String resource, ExampleCall call) {
    String after = call.sent("starting_after");
    String since = call.sent("created[gte]");
    int limit = call.number("limit", 10, 100);
    if (limit == 0 || !call.sendsOnly("limit", "starting_after", "created[gte]")) {
      return error(400, "Received unknown parameter, or an invalid integer");
    }
    ExampleRow last = after == null ? null : call.find(after);
    if (after != null && last == null) {
      return error(400, "No such object: " + after);
    }
    long from = since == null ? 0 : Long.parseLong(since);
    List<ExampleRow> all = call.sorted(NEWEST, row -> follows(row, last, from));
    PageSlice page = PageSlice.of(all, 0, limit);
    return ExampleCall.json(
        200,
        "{\"object\":\"list\",\"has_more\":%s,\"data\":[%s]}"
            .formatted(page.more(), page.json(row -> record(resource, row))));
  }

  private static boolean follows(ExampleRow row, @Nullable ExampleRow last, long from) {
    return (last == null || NEWEST.compare(row, last) > 0) && row.made().getEpochSecond() >= from;
  }

  private static Reply error(int status, String message) {
    return ExampleCall.json(
        status,
        "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"%s\"}}".formatted(message));
  }

  @Override
  public Reply limited() {
    return error(429, "Too many requests").with("Stripe-Rate-Limited-Reason", "global-rate");
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return resource.equals("events")
        ? "{\"id\":\"evt_%d\",\"object\":\"event\",\"created\":%d}"
            .formatted(row.id(), row.made().getEpochSecond())
        : "{\"id\":\"ch_%d\",\"object\":\"charge\",\"amount\":%d,\"created\":%d}"
            .formatted(row.id(), row.sequence() * 100, row.made().getEpochSecond());
  }
}
