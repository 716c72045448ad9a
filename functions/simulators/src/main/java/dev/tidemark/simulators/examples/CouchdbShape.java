package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.util.Comparator;
import java.util.List;

/** Follows docs.couchdb.org, "/{db}/_changes". */
final class CouchdbShape implements ExampleShape {
  @Override
  public Reply answer(ExampleCall call) {
    if (!call.showsBasic(call.account().user(), call.account().secret())) {
      return error(401, "Name or password is incorrect.");
    }
    if (!call.isAt("/harbour/_changes")) {
      return error(404, "Database does not exist.");
    }
    String since = call.sent("since") == null ? "0" : String.valueOf(call.sent("since"));
    int limit = call.number("limit", Integer.MAX_VALUE, 1_000_000);
    if (limit == 0
        || !since.matches("[0-9]{1,12}(-g1A)?")
        || !call.sendsOnly("since", "limit", "include_docs", "style")) {
      return error(400, "Malformed sequence supplied in 'since' parameter.");
    }
    long behind = Long.parseLong(since.replace("-g1A", ""));
    List<ExampleRow> all =
        call.sorted(Comparator.comparingLong(ExampleRow::sequence), row -> row.sequence() > behind);
    PageSlice page = PageSlice.of(all, 0, limit);
    String last = page.rows().isEmpty() ? since : page.rows().getLast().sequence() + "-g1A";
    return ExampleCall.json(
        200,
        "{\"results\":[%s],\"last_seq\":\"%s\",\"pending\":%d}"
            .formatted(
                page.json(row -> record("changes", row)), last, all.size() - page.rows().size()));
  }

  private static Reply error(int status, String reason) {
    return ExampleCall.json(status, "{\"error\":\"error\",\"reason\":\"%s\"}".formatted(reason));
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"seq\":\"%d-g1A\",\"id\":\"doc-%d\",\"changes\":[{\"rev\":\"%d-a\"}]%s}"
        .formatted(
            row.sequence(),
            row.id(),
            row.sequence(),
            row.gone()
                ? ",\"deleted\":true"
                : ",\"doc\":{\"_id\":\"doc-%d\",\"visits\":%d}"
                    .formatted(row.id(), row.sequence()));
  }
}
