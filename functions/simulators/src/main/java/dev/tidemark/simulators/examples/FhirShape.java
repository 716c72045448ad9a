package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows hl7.org, "FHIR R4: Search" and "Bundle", in JSON. */
final class FhirShape implements ExampleShape {
  private static final String PATH = "/r4/Patient";
  private static final String SINCE = "ge";

  /** What a server may say among the entries of a search; it is no record of the list. */
  private static final String REMARK =
      "{\"resource\":{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"information\",\"code\":\"informational\",\"diagnostics\":\"Some"
          + " elements are masked.\"}]},\"search\":{\"mode\":\"outcome\"}}";

  @Override
  public Reply answer(ExampleCall call) {
    if (!call.showsBearer(call.account().secret())) {
      return outcome(401, "login", "Authorization is required.");
    }
    if (!call.shows("Accept", "application/fhir+json")) {
      return outcome(406, "not-supported", "Ask for application/fhir+json.");
    }
    String id = call.idAt(PATH + "/", "");
    if (id != null) {
      ExampleRow row = call.find(id);
      return row == null
          ? outcome(404, "not-found", "Resource Patient/" + id + " is not known.")
          : row.gone()
              ? outcome(410, "deleted", "Resource was deleted.")
              : ExampleCall.json(200, resource(row));
    }
    return call.isAt(PATH) ? list(call) : outcome(404, "not-found", "Unknown resource type.");
  }

  private Reply list(ExampleCall call) {
    String token = call.sent("_page_token");
    String bound = call.sent("_lastUpdated");
    int count = call.number("_count", 20, 1000);
    Predicate<ExampleRow> behind = token == null ? row -> true : PageSlice.behind(token);
    Predicate<ExampleRow> since = since(bound);
    if (behind == null
        || since == null
        || count == 0
        || !"_lastUpdated".equals(call.sent("_sort"))
        || !call.sendsOnly("_page_token", "_lastUpdated", "_count", "_sort")) {
      return outcome(400, "invalid", "Unknown or invalid search parameter.");
    }
    PageSlice page =
        PageSlice.of(
            call.sorted(ExampleRows.BY_TIME, behind.and(since).and(row -> !row.gone())), 0, count);
    String self =
        "%s%s?_sort=_lastUpdated&_count=%d%s"
            .formatted(
                call.origin("https://fhir.example"),
                PATH,
                count,
                bound == null ? "" : "&_lastUpdated=" + bound);
    String next =
        page.more()
            ? ",{\"relation\":\"next\",\"url\":\"%s&_page_token=%s\"}".formatted(self, page.mark())
            : "";
    return ExampleCall.json(
        200,
        "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[{\"relation\":\"self\",\"url\":\"%s\"}%s]%s}"
            .formatted(self, next, entries(page, token == null && bound == null)));
  }

  /** FHIR has no empty arrays: a member without elements is left out. */
  private String entries(PageSlice page, boolean first) {
    if (page.rows().isEmpty()) {
      return "";
    }
    String rows = page.json(row -> record("patients", row));
    return ",\"entry\":[" + rows + (first ? "," + REMARK : "") + "]";
  }

  private static @Nullable Predicate<ExampleRow> since(@Nullable String bound) {
    if (bound == null) {
      return row -> true;
    }
    Instant from =
        bound.startsWith(SINCE) ? ExampleCall.time(bound.substring(SINCE.length())) : null;
    return from == null ? null : row -> !row.at().isBefore(from);
  }

  private static Reply outcome(int status, String code, String diagnostics) {
    return ExampleCall.json(
        status,
        "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"%s\",\"diagnostics\":\"%s\"}]}"
            .formatted(code, diagnostics));
  }

  @Override
  public Reply limited() {
    return outcome(429, "throttled", "Too many requests.").with("Retry-After", "1");
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"fullUrl\":\"https://fhir.example%s/pt-%d\",\"resource\":%s,\"search\":{\"mode\":\"match\"}}"
        .formatted(PATH, row.id(), resource(row));
  }

  private static String resource(ExampleRow row) {
    return "{\"resourceType\":\"Patient\",\"id\":\"pt-%d\",\"meta\":{\"versionId\":\"%d\",\"lastUpdated\":\"%s\"},\"active\":true}"
        .formatted(row.id(), row.sequence(), row.at().toString().replace("Z", ".000+00:00"));
  }
}
