package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.run.Mode;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An API that says the same of an empty list and of a record that is not there. */
class SingleLikeEmptyListTest {
  private static final QueryApi.Reply NONE =
      new QueryApi.Reply(404, "{\"error\":\"No Record found\"}");

  private int shown = 8;

  private final Landing landing =
      new Landing(
          AnyApi.with(
              "errors: {nothingNew: [{status: 404, contains: No Record found}]}",
              "pagination: {kind: none}",
              "single: {path: \"/one/{id}\", record: data}"),
          "all",
          new QueryApi(query ->
              query.getOrDefault("path", "").contains("/one/") || shown == 0 ? NONE : list()));

  private QueryApi.Reply list() {
    return new QueryApi.Reply(
        200,
        IntStream.rangeClosed(1, shown)
            .mapToObj(id -> "{\"id\":" + id + "}")
            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
  }

  @Test
  void a_record_that_is_not_there_is_deleted_by_a_reconcile() throws InterruptedException {
    landing.run();
    landing.clock().advance(Duration.ofHours(1));
    shown = 7;
    landing.run(Mode.RECONCILE, Duration.ofMinutes(5));
    assertThat(landing.newest()).hasSize(7);
  }
}
