package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows developer.paypal.com, "Transaction Search": both bounds, 31 days apart at most. */
final class WindowedShape implements ExampleShape {
  private static final Duration LONGEST = Duration.ofDays(31);

  @Override
  public Reply answer(ExampleCall call) {
    if (call.isAt("/v1/oauth2/token")) {
      return call.showsBasic(call.account().user(), call.account().secret())
              && call.request().body().contains("grant_type=client_credentials")
          ? ExampleCall.json(200, "{\"access_token\":\"A21-token\",\"expires_in\":32400}")
          : error(401, "Client Authentication failed");
    }
    if (!call.showsBearer("A21-token")) {
      return error(401, "Token signature verification failed");
    }
    return call.isAt("/v1/reporting/transactions") ? list(call) : error(404, "not found");
  }

  private Reply list(ExampleCall call) {
    Instant from = bound(call.sent("start_date"));
    Instant until = bound(call.sent("end_date"));
    int size = call.number("page_size", 100, 500);
    int number = call.number("page", 1, 1_000_000);
    if (from == null || until == null || Duration.between(from, until).compareTo(LONGEST) > 0) {
      return error(400, "Date range is greater than 31 days, or a date is missing");
    }
    if (size == 0
        || number == 0
        || !call.sendsOnly("start_date", "end_date", "page_size", "page")) {
      return error(400, "Invalid request - see details");
    }
    List<ExampleRow> all =
        call.sorted(
            Comparator.comparing(ExampleRow::made).thenComparingLong(ExampleRow::id),
            row -> !row.made().isBefore(from) && !row.made().isAfter(until));
    PageSlice page = PageSlice.of(all, (number - 1L) * size, size);
    return ExampleCall.json(
        200,
        "{\"transaction_details\":[%s],\"page\":%d,\"total_items\":%d,\"total_pages\":%d}"
            .formatted(
                page.json(row -> record("transactions", row)),
                number,
                all.size(),
                (all.size() + size - 1) / size));
  }

  private static @Nullable Instant bound(@Nullable String sent) {
    return sent == null ? null : ExampleCall.time(sent);
  }

  private static Reply error(int status, String message) {
    return ExampleCall.json(
        status, "{\"name\":\"INVALID_REQUEST\",\"message\":\"%s\"}".formatted(message));
  }

  @Override
  public String record(String resource, ExampleRow row) {
    return "{\"transaction_id\":\"T%d\",\"transaction_initiation_date\":\"%s\",\"amount\":\"12.50\"}"
        .formatted(row.id(), row.made().toString().replace("Z", "+0000"));
  }
}
