package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.time.Instant;

/** Follows docs.github.com/en/rest, "List repository issues" and "Using pagination". */
final class GithubLikeShape implements ExampleShape {
  private static final String PATH = "/repos/tidal/pier/issues";

  @Override
  public Reply answer(ExampleCall call) {
    if (!call.showsBearer(call.account().secret())) {
      return error(401, "Bad credentials");
    }
    String id = call.idAt(PATH + "/", "");
    if (id != null) {
      ExampleRow row = call.find(id);
      return row == null ? error(404, "Not Found") : ExampleCall.json(200, record("issues", row));
    }
    return call.isAt(PATH) ? list(call) : error(404, "Not Found");
  }

  private Reply list(ExampleCall call) {
    String since = call.sent("since");
    Instant from = since == null ? Instant.EPOCH : ExampleCall.time(since);
    int size = call.number("per_page", 30, 100);
    int number = call.number("page", 1, 1_000_000);
    if (from == null
        || size == 0
        || number == 0
        || !call.sendsOnly("state", "sort", "direction", "since", "per_page", "page")) {
      return error(422, "Validation Failed");
    }
    PageSlice page =
        PageSlice.of(
            call.sorted(ExampleRows.BY_TIME, row -> !row.at().isBefore(from) && !row.gone()),
            (number - 1L) * size,
            size);
    Reply reply = ExampleCall.json(200, "[" + page.json(row -> record("issues", row)) + "]");
    String query = "?state=all&sort=updated&direction=asc&per_page=" + size;
    String url =
        call.origin("https://code.example")
            + PATH
            + query
            + (since == null ? "" : "&since=" + since);
    return page.more()
        ? reply.with("Link", "<%s&page=%d>; rel=\"next\"".formatted(url, number + 1))
        : reply;
  }

  private static Reply error(int status, String message) {
    return ExampleCall.json(status, "{\"message\":\"%s\"}".formatted(message));
  }

  @Override
  public Reply limited() {
    return error(403, "API rate limit exceeded")
        .with("X-RateLimit-Remaining", "0")
        .with("Retry-After", "1");
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"number\":%d,\"title\":\"Issue %d\",\"state\":\"open\",\"comments\":%d,\"updated_at\":\"%s\"}"
        .formatted(row.id(), row.id(), row.sequence(), row.at());
  }
}
