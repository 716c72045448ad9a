package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.QueryApi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bookmark that the API has forgotten, at the first request of a run. */
class DeadCursorTest {
  private String alive = "7";

  private QueryApi.Reply answer(String cursor, int status) {
    return cursor.isEmpty() || cursor.equals(alive)
        ? new QueryApi.Reply(
            200,
            cursor.isEmpty()
                ? "{\"data\":[{\"id\":1},{\"id\":2}],\"next\":\"" + alive + "\"}"
                : "{\"data\":[],\"next\":\"" + alive + "\"}")
        : new QueryApi.Reply(status, "{\"message\":\"sequence is gone\"}");
  }

  @ParameterizedTest
  @CsvSource({"410, '[400, 410, 422]'", "404, '[404]'"})
  void is_given_up_and_the_run_walks_everything_to_a_new_one(int status, String words)
      throws InterruptedException {
    QueryApi api = new QueryApi(query -> answer(query.getOrDefault("c", ""), status));
    Landing landing =
        new Landing(
            AnyApi.with(
                "errors: {cursorRejected: " + words + "}",
                "pagination: {kind: cursor, parameter: c, next: next}",
                "promote: cursor"),
            "all",
            api);
    assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
    alive = "9";
    assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
    assertThat(landing.run()).isInstanceOf(LegOutcome.Completed.class);
    assertThat(landing.ids()).hasSize(2);
    assertThat(api.asked()).containsExactly("", "c=7", "c=7", "", "c=9", "c=9");
  }
}
