package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bound or a cursor that stands inside a text. */
class ValueInTextTest {
  private final List<Map<String, String>> asked = new ArrayList<>();
  private String cursor = "1000";

  private final QueryApi api = new QueryApi(this::answer);

  private QueryApi.Reply answer(Map<String, String> query) {
    asked.add(query);
    String text = query.getOrDefault("q", "id > ''");
    boolean first = text.equals("id > ''");
    return new QueryApi.Reply(
        200,
        "{\"data\":[{\"id\":"
            + (first ? 1 : 2)
            + ",\"at\":\"2026-11-20T00:00:00Z\"}],\"next\":"
            + (first ? "\"" + cursor + "\"" : "null")
            + "}");
  }

  @Test
  void a_bound_is_sent_in_it_and_nothing_else_of_it_is_interpreted() throws InterruptedException {
    Landing landing =
        new Landing(
            AnyApi.definition(
                "pagination: {kind: none}",
                "watermark: {field: at}",
                "filter: {from: {query: $filter, text: \"at ge {} and kind eq '${x}'\"},"
                    + " format: iso-8601-seconds}"),
            "all",
            api);
    assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
    landing.clock().advance(Duration.ofHours(1));
    assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
    assertThat(asked.getFirst()).doesNotContainKey("$filter");
    assertThat(asked.getLast())
        .containsEntry("$filter", "at ge 2026-11-22T02:53:00Z and kind eq '${x}'");
    assertThat(api.asked().getLast()).contains("%24filter=at%20ge%202026-11-22T02%3A53%3A00Z");
  }

  @Test
  void so_is_a_cursor_and_one_that_would_end_the_literal_is_refused() throws InterruptedException {
    String paging =
        "pagination: {kind: cursor, parameter: {query: q, text: \"id > '{}'\"}, next: next}";
    Landing landing = new Landing(AnyApi.definition(paging), "all", api);
    assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
    assertThat(asked.getLast()).containsEntry("q", "id > '1000'");
    assertThat(landing.ids()).containsExactly("1", "2");
    cursor = "1' or id > '";
    assertThat(Landing.failure(landing.run()))
        .contains("the cursor holds a quote", "q \"id > '{}'\"");
  }
}
