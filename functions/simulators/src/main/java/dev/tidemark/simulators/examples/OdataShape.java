package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows Dataverse's Web API: learn.microsoft.com, "Query data using the Web API". */
final class OdataShape implements ExampleShape {
  private static final String PATH = "/api/data/v9.2/accounts";
  private static final String FILTER = "modifiedon ge ";
  private static final int PAGE = 5;

  @Override
  public Reply answer(ExampleCall call) {
    if (!call.showsBearer(call.account().secret())) {
      return error(401, "the token is missing or has ended");
    }
    if (!call.shows("OData-Version", "4.0")) {
      return error(400, "OData-Version");
    }
    String id = call.idAt(PATH + "(", ")");
    if (id != null) {
      ExampleRow row = call.find(id);
      return row == null
          ? error(404, "account With Id = " + id + " Does Not Exist")
          : ExampleCall.json(200, record("accounts", row));
    }
    return call.isAt(PATH) ? list(call) : error(404, "no such resource");
  }

  private Reply list(ExampleCall call) {
    Predicate<ExampleRow> behind = behind(call.sent("$skiptoken"));
    Predicate<ExampleRow> since = since(call.sent("$filter"));
    if (behind == null
        || since == null
        || !"modifiedon asc".equals(call.sent("$orderby"))
        || !call.sendsOnly("$filter", "$orderby", "$skiptoken")) {
      return error(400, "a query option is not valid");
    }
    PageSlice page =
        PageSlice.of(
            call.sorted(ExampleRows.BY_TIME, behind.and(since).and(row -> !row.gone())), 0, PAGE);
    String next =
        !page.more()
            ? ""
            : ",\"@odata.nextLink\":\"%s%s?$orderby=modifiedon%%20asc%s&$skiptoken=%s\""
                .formatted(
                    call.origin("https://crm.example"),
                    PATH,
                    again(call.sent("$filter")),
                    page.mark());
    return ExampleCall.json(
        200,
        "{\"@odata.context\":\"accounts\",\"value\":[%s]%s}"
            .formatted(page.json(row -> record("accounts", row)), next));
  }

  private static String again(@Nullable String filter) {
    return filter == null ? "" : "&$filter=" + filter.replace(" ", "%20");
  }

  private static @Nullable Predicate<ExampleRow> behind(@Nullable String token) {
    return token == null ? row -> true : PageSlice.behind(token);
  }

  private static @Nullable Predicate<ExampleRow> since(@Nullable String filter) {
    if (filter == null) {
      return row -> true;
    }
    Instant from =
        filter.startsWith(FILTER) ? ExampleCall.time(filter.substring(FILTER.length())) : null;
    return from == null ? null : row -> !row.at().isBefore(from);
  }

  private static Reply error(int status, String message) {
    return ExampleCall.json(
        status, "{\"error\":{\"code\":\"0x80\",\"message\":\"%s\"}}".formatted(message));
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"@odata.etag\":\"W/%d\",\"accountid\":\"00000000-0000-0000-0000-%012d\",\"name\":\"Account %d\",\"modifiedon\":\"%s\"}"
        .formatted(row.sequence(), row.id(), row.id(), row.at());
  }
}
