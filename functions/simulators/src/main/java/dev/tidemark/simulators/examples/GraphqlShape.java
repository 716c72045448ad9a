package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows linear.app/developers, "Pagination" and "Filtering". */
final class GraphqlShape implements ExampleShape {
  @Override
  public Reply answer(ExampleCall call) {
    if (!call.shows("Authorization", call.account().secret())) {
      return error(401, "Authentication required, not authenticated");
    }
    if (!call.isAt("/graphql") || !call.request().method().equals("POST")) {
      return ExampleCall.json(404, "{}");
    }
    String body = call.request().body();
    String first = variable(body, "first");
    String after = variable(body, "after");
    String since = variable(body, "since");
    int size = first == null ? 50 : Integer.parseInt(first);
    Instant from = since == null ? Instant.EPOCH : ExampleCall.time(since);
    Predicate<ExampleRow> behind = after == null ? row -> true : PageSlice.behind(after);
    if (!body.contains("issues(first: $first, after: $after") || size < 1 || size > 250) {
      return error(400, "Argument Validation Error");
    }
    if (from == null || behind == null) {
      return error(400, "Invalid cursor or date");
    }
    PageSlice page =
        PageSlice.of(
            call.sorted(
                ExampleRows.BY_TIME, behind.and(row -> !row.at().isBefore(from) && !row.gone())),
            0,
            size);
    return ExampleCall.json(
        200,
        "{\"data\":{\"issues\":{\"nodes\":[%s],\"pageInfo\":{\"hasNextPage\":%s,\"endCursor\":%s}}}}"
            .formatted(
                page.json(row -> record("issues", row)),
                page.more(),
                page.rows().isEmpty() ? "null" : "\"" + page.mark() + "\""));
  }

  private static @Nullable String variable(String body, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(body);
    return found.find() ? found.group(1) : null;
  }

  private static Reply error(int status, String message) {
    return ExampleCall.json(status, "{\"errors\":[{\"message\":\"%s\"}]}".formatted(message));
  }

  @Override
  public Reply limited() {
    return error(429, "Rate limit exceeded");
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"id\":\"%d\",\"title\":\"Issue %d\",\"updatedAt\":\"%s\"}"
        .formatted(row.id(), row.sequence(), row.at());
  }
}
