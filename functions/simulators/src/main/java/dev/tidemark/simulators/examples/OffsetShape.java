package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.util.Comparator;
import java.util.List;

/** Follows servicenow.com, "Table API". */
final class OffsetShape implements ExampleShape {
  private static final String PATH = "/api/now/table/incident";

  @Override
  public Reply answer(ExampleCall call) {
    if (!call.showsBasic(call.account().user(), call.account().secret())) {
      return error(401, "User Not Authenticated");
    }
    String id = call.idAt(PATH + "/", "");
    if (id != null) {
      ExampleRow row = call.find(id);
      return row == null
          ? error(404, "No Record found")
          : ExampleCall.json(200, "{\"result\":" + record("incidents", row) + "}");
    }
    return call.isAt(PATH) ? list(call) : error(400, "Invalid table");
  }

  private Reply list(ExampleCall call) {
    int limit = call.number("sysparm_limit", 10_000, 10_000);
    String from = call.sent("sysparm_offset") == null ? "0" : call.sent("sysparm_offset");
    if (limit == 0
        || from == null
        || !from.matches("[0-9]{1,9}")
        || !call.sendsOnly(
            "sysparm_limit", "sysparm_offset", "sysparm_query", "sysparm_exclude_reference_link")) {
      return error(400, "Invalid parameter");
    }
    List<ExampleRow> all =
        call.sorted(Comparator.comparingLong(ExampleRow::id), row -> !row.gone());
    PageSlice page = PageSlice.of(all, Long.parseLong(from), limit);
    return ExampleCall.json(
            200, "{\"result\":[" + page.json(row -> record("incidents", row)) + "]}")
        .with("X-Total-Count", Integer.toString(all.size()));
  }

  private static Reply error(int status, String message) {
    return ExampleCall.json(
        status, "{\"error\":{\"message\":\"%s\"},\"status\":\"failure\"}".formatted(message));
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"sys_id\":\"%032d\",\"number\":\"INC%d\",\"sys_updated_on\":\"%s\"}"
        .formatted(
            row.id(), row.sequence(), row.at().toString().replace("T", " ").replace("Z", ""));
  }
}
