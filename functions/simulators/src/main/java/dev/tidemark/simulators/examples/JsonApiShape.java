package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows developers.klaviyo.com, "Get profiles", and jsonapi.org. */
final class JsonApiShape implements ExampleShape {
  private static final String PATH = "/api/profiles";
  private static final String FILTER = "greater-or-equal(updated,";

  @Override
  public Reply answer(ExampleCall call) {
    if (!call.shows("Authorization", "Klaviyo-API-Key " + call.account().secret())) {
      return error(401, "Incorrect authentication credentials.");
    }
    if (!call.shows("revision", "2026-01-15")) {
      return error(400, "The revision header is required.");
    }
    String id = call.idAt(PATH + "/", "");
    if (id != null) {
      ExampleRow row = call.find(id);
      return row == null
          ? error(404, "A profile with id " + id + " does not exist.")
          : ExampleCall.json(200, "{\"data\":" + record("profiles", row) + "}");
    }
    return call.isAt(PATH) ? list(call) : error(404, "Not found.");
  }

  private Reply list(ExampleCall call) {
    String cursor = call.sent("page[cursor]");
    String filter = call.sent("filter");
    int size = call.number("page[size]", 20, 100);
    Predicate<ExampleRow> behind = cursor == null ? row -> true : PageSlice.behind(cursor);
    Predicate<ExampleRow> since = since(filter);
    if (behind == null
        || since == null
        || size == 0
        || !"updated".equals(call.sent("sort"))
        || !call.sendsOnly("page[cursor]", "page[size]", "filter", "sort")) {
      return error(400, "Invalid input.");
    }
    PageSlice page =
        PageSlice.of(
            call.sorted(ExampleRows.BY_TIME, behind.and(since).and(row -> !row.gone())), 0, size);
    String url =
        "%s%s?sort=updated&page%%5Bsize%%5D=%d%s&page%%5Bcursor%%5D="
            .formatted(
                call.origin("https://profiles.example"),
                PATH,
                size,
                filter == null ? "" : "&filter=" + filter);
    return ExampleCall.json(
        200,
        "{\"data\":[%s],\"links\":{\"self\":\"%s\",\"next\":%s,\"prev\":null}}"
            .formatted(
                page.json(row -> record("profiles", row)),
                url,
                page.more() ? "\"" + url + page.mark() + "\"" : "null"));
  }

  private static @Nullable Predicate<ExampleRow> since(@Nullable String filter) {
    if (filter == null) {
      return row -> true;
    }
    boolean known = filter.startsWith(FILTER) && filter.endsWith(")");
    Instant from =
        known ? ExampleCall.time(filter.substring(FILTER.length(), filter.length() - 1)) : null;
    return from == null ? null : row -> !row.at().isBefore(from);
  }

  private static Reply error(int status, String detail) {
    return ExampleCall.json(
        status, "{\"errors\":[{\"status\":%d,\"detail\":\"%s\"}]}".formatted(status, detail));
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"type\":\"profile\",\"id\":\"P%d\",\"attributes\":{\"visits\":%d,\"updated\":\"%s\"}}"
        .formatted(row.id(), row.sequence(), row.at().toString().replace("Z", "+00:00"));
  }
}
