package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import dev.tidemark.simulators.server.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows developer.salesforce.com, "REST API: QueryAll" and the client credentials flow. */
final class SalesforceLikeShape implements ExampleShape {
  private static final String DATA = "/services/data/v60.0/";
  private static final Pattern SOQL =
      Pattern.compile(
          "SELECT Id, Name, IsDeleted, SystemModstamp FROM Account WHERE SystemModstamp >= (\\S+)"
              + " ORDER BY SystemModstamp ASC");
  private static final int PAGE = 5;

  /** The rows behind each query locator: a result does not change while it is read. */
  private final Map<String, List<ExampleRow>> located = new ConcurrentHashMap<>();

  @Override
  public Reply answer(ExampleCall call) {
    if (call.isAt("/services/oauth2/token")) {
      return token(call.request(), call.account());
    }
    if (!call.showsBearer("00D-token")) {
      return error(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
    String id = call.idAt(DATA + "sobjects/Account/", "");
    if (id != null) {
      ExampleRow row = call.find(id);
      return row == null
          ? error(404, "NOT_FOUND", "The requested resource does not exist")
          : ExampleCall.json(200, record("accounts", row));
    }
    String locator = call.idAt(DATA + "queryAll/", "");
    if (locator != null) {
      List<ExampleRow> rest = located.get(locator);
      return rest == null
          ? error(400, "INVALID_QUERY_LOCATOR", "invalid query locator")
          : page(rest);
    }
    return call.isAt(DATA + "queryAll") ? query(call) : error(404, "NOT_FOUND", "no such path");
  }

  private static Reply token(Request request, ExampleAccount account) {
    String wanted =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(account.user(), account.secret());
    return List.of(request.body().split("&")).containsAll(List.of(wanted.split("&")))
        ? ExampleCall.json(200, "{\"access_token\":\"00D-token\",\"token_type\":\"Bearer\"}")
        : ExampleCall.json(400, "{\"error\":\"invalid_client\"}");
  }

  private Reply query(ExampleCall call) {
    Matcher soql = SOQL.matcher(String.valueOf(call.sent("q")));
    Instant from = soql.matches() ? ExampleCall.time(soql.group(1)) : null;
    return from == null || !call.sendsOnly("q")
        ? error(400, "MALFORMED_QUERY", "unexpected token")
        : page(call.sorted(ExampleRows.BY_TIME, row -> !row.at().isBefore(from)));
  }

  private Reply page(List<ExampleRow> rows) {
    PageSlice page = PageSlice.of(rows, 0, PAGE);
    String next = "";
    if (page.more()) {
      String locator = "01g%d-%d".formatted(located.size() + 1, PAGE);
      located.put(locator, rows.subList(PAGE, rows.size()));
      next = ",\"nextRecordsUrl\":\"%squeryAll/%s\"".formatted(DATA, locator);
    }
    return ExampleCall.json(
        200,
        "{\"totalSize\":%d,\"done\":%s,\"records\":[%s]%s}"
            .formatted(rows.size(), !page.more(), page.json(row -> record("accounts", row)), next));
  }

  private static Reply error(int status, String code, String message) {
    return ExampleCall.json(
        status, "[{\"errorCode\":\"%s\",\"message\":\"%s\"}]".formatted(code, message));
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"attributes\":{\"type\":\"Account\"},\"Id\":\"%018d\",\"Name\":\"Account %d\",\"IsDeleted\":%s,\"SystemModstamp\":\"%s\"}"
        .formatted(
            row.id(), row.sequence(), row.gone(), row.at().toString().replace("Z", ".000+0000"));
  }
}
