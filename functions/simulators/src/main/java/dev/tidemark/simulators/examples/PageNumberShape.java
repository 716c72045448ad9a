package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.util.Comparator;
import java.util.List;

/** Follows apidocs.teamwork.com, "Paging". */
final class PageNumberShape implements ExampleShape {
  private static final String PATH = "/projects/api/v3/tasks";

  @Override
  public Reply answer(ExampleCall call) {
    if (!call.showsBearer(call.account().secret())) {
      return error(401, "Unauthorized");
    }
    String id = call.idAt(PATH + "/", ".json");
    if (id != null) {
      ExampleRow row = call.find(id);
      return row == null
          ? error(404, "Not found")
          : ExampleCall.json(200, "{\"task\":" + record("tasks", row) + "}");
    }
    return call.isAt(PATH + ".json") ? list(call) : error(404, "Not found");
  }

  private Reply list(ExampleCall call) {
    int size = call.number("pageSize", 50, 250);
    int number = call.number("page", 1, 1_000_000);
    if (size == 0 || number == 0 || !call.sendsOnly("orderBy", "orderMode", "pageSize", "page")) {
      return error(400, "Invalid parameter");
    }
    List<ExampleRow> all =
        call.sorted(Comparator.comparingLong(ExampleRow::id), row -> !row.gone());
    PageSlice page = PageSlice.of(all, (number - 1L) * size, size);
    return ExampleCall.json(
        200,
        "{\"tasks\":[%s],\"meta\":{\"page\":{\"pageOffset\":%d,\"count\":%d,\"hasMore\":%s}}}"
            .formatted(
                page.json(row -> record("tasks", row)), number - 1, all.size(), page.more()));
  }

  private static Reply error(int status, String message) {
    return ExampleCall.json(status, "{\"errors\":[{\"title\":\"%s\"}]}".formatted(message));
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"id\":%d,\"name\":\"Task %d\",\"updatedAt\":\"%s\"}"
        .formatted(row.id(), row.sequence(), row.at());
  }
}
