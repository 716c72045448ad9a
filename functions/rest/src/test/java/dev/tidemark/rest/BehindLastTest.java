package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.state.Warning;
import dev.tidemark.core.state.Warnings;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** APIs that refuse the page behind the last one with a status and no text to know it by. */
class BehindLastTest {
  private static final int SIZE = 20;

  /** A list of {@code rows}, of which the API shows none behind {@code cap}. */
  private static Landing landing(int status, long rows, long cap) {
    QueryApi api =
        new QueryApi(query -> {
          long from = (Long.parseLong(query.get("page")) - 1) * SIZE;
          return from >= Math.min(rows, cap)
              ? new QueryApi.Reply(status, "{}")
              : new QueryApi.Reply(
                  200,
                  LongStream.range(from, Math.min(from + SIZE, rows))
                      .mapToObj(id -> "{\"id\":" + id + "}")
                      .collect(Collectors.joining(",", "{\"data\":[", "]}")));
        });
    return new Landing(
        AnyApi.definition(
            "pagination: {kind: page-number, parameter: page, behindLast: [" + status + "]}",
            "pageSize: {parameter: n, ask: 20, max: 20}"),
        "all",
        api);
  }

  @ParameterizedTest
  @CsvSource({"400, 45, 0", "404, 45, 0", "404, 60, 1", "416, 60, 1"})
  void a_status_that_is_declared_for_it_is_the_end_and_no_proof_behind_a_full_page(
      int status, int rows, int full) throws InterruptedException {
    Landing landing = landing(status, rows, rows);
    assertThat(Landing.warnings(landing.run()))
        .isEqualTo(Warnings.of(Warning.FULL_LAST_PAGE, full));
    assertThat(landing.ids()).hasSize(rows);
  }

  @Test
  void it_means_nothing_for_the_first_page() throws InterruptedException {
    Landing mistyped = landing(404, 0, 0);
    assertThat(Landing.failure(mistyped.run())).contains("there is nothing at this path");
  }

  @Test
  void it_is_doubted_where_deep_pages_may_be_capped() throws InterruptedException {
    assertThat(Landing.failure(landing(404, 1500, 1000).run()))
        .contains("behind 1000 records this may be the API's cap", "errors.nothingNew");
  }
}
