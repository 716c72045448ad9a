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

/** An API that answers 200 and an empty object for a record that is gone. */
class SingleThatIsNoneTest {
  private int shown = 8;

  private final Landing landing =
      new Landing(
          AnyApi.definition(
              "pagination: {kind: none}", "single: {path: \"/one/{id}\", record: data}"),
          "all",
          new QueryApi(query ->
              query.getOrDefault("path", "").contains("/one/")
                  ? new QueryApi.Reply(200, "{\"data\":{}}")
                  : list()));

  private QueryApi.Reply list() {
    return new QueryApi.Reply(
        200,
        IntStream.rangeClosed(1, shown)
            .mapToObj(id -> "{\"id\":" + id + "}")
            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
  }

  @Test
  void an_answer_without_a_record_proves_nothing_and_fails_the_reconcile()
      throws InterruptedException {
    landing.run();
    landing.clock().advance(Duration.ofHours(1));
    shown = 7;
    assertThat(Landing.failure(landing.run(Mode.RECONCILE, Duration.ofMinutes(5))))
        .contains(
            "asked for the record 8, the API gave what is none", "check single.record and id");
    assertThat(landing.ids()).hasSize(8);
  }
}
