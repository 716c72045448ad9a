package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.util.Comparator;

/** Follows developers.hubspot.com, "CRM API: contacts". */
final class HubspotLikeShape implements ExampleShape {
  private static final String PATH = "/crm/v3/objects/contacts";

  @Override
  public Reply answer(ExampleCall call) {
    if (!call.showsBearer(call.account().secret())) {
      return error(401, "Authentication credentials not found.");
    }
    String id = call.idAt(PATH + "/", "");
    if (id != null) {
      ExampleRow row = call.find(id);
      return row == null || row.gone()
          ? ExampleCall.json(404, "{\"status\":\"error\",\"message\":\"resource not found\"}")
          : ExampleCall.json(200, record("contacts", row));
    }
    return call.isAt(PATH) ? list(call) : error(404, "resource not found");
  }

  private Reply list(ExampleCall call) {
    String after = call.sent("after");
    int limit = call.number("limit", 10, 100);
    boolean archived = "true".equals(call.sent("archived"));
    if (limit == 0
        || (after != null && !after.matches("[0-9]{1,12}"))
        || !call.sendsOnly("after", "limit", "archived")) {
      return error(400, "Invalid input");
    }
    long behind = after == null ? 0 : Long.parseLong(after);
    PageSlice page =
        PageSlice.of(
            call.sorted(
                Comparator.comparingLong(ExampleRow::id),
                row -> row.id() > behind && row.gone() == archived),
            0,
            limit);
    String resource = archived ? "archived_contacts" : "contacts";
    String paging =
        page.more()
            ? ",\"paging\":{\"next\":{\"after\":\"%d\"}}".formatted(page.rows().getLast().id())
            : "";
    return ExampleCall.json(
        200, "{\"results\":[%s]%s}".formatted(page.json(row -> record(resource, row)), paging));
  }

  private static Reply error(int status, String message) {
    return ExampleCall.json(status, "{\"status\":\"error\",\"message\":\"%s\"}".formatted(message));
  }

  @Override
  public Reply limited() {
    return error(429, "You have reached your ten_secondly_rolling limit.")
        .with("X-HubSpot-RateLimit-Remaining", "0");
  }

  @Override
  public boolean lists(String resource, ExampleRow row) {
    return row.gone() == resource.equals("archived_contacts");
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"id\":\"%d\",\"properties\":{\"visits\":\"%d\"},\"updatedAt\":\"%s\",\"archived\":%s}"
        .formatted(row.id(), row.sequence(), row.at(), row.gone());
  }
}
