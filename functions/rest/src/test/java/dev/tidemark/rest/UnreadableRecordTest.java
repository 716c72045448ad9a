package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Landing;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.QueryApi;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One record among many that is no JSON, each time that it is asked for. */
class UnreadableRecordTest {
  private static final String ONE_PAGE = "pagination: {kind: none}";

  @ParameterizedTest
  @CsvSource({
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity",
    "'\"a\tb\"', a raw control character (9)",
    "'\"a\nb\"', a raw control character (10)"
  })
  void is_refused_at_once_with_its_place_and_the_request(String value, String named)
      throws InterruptedException {
    CannedTransport transport = new CannedTransport();
    String raw = value.replace("\\t", "\t").replace("\\n", "\n");
    transport.then(
        200,
        Map.of("X-Request-Id", "r7"),
        Pieces.whole("{\"data\":[{\"id\":1},{\"id\":2,\"v\":" + raw + "},{\"id\":3}]}"));
    Refused refused = (Refused) AnyApi.desk(AnyApi.definition(ONE_PAGE), transport).first();
    assertThat(refused.reason())
        .contains("record 2 of the page holds " + named, "correct the record at the source");
    assertThat(refused.requestId()).isEqualTo("r7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":2,\"v\":", "<html>", "{\"id\":2,\"v\":\"a", "nul"})
  void is_told_from_an_answer_that_broke_off(String rest) throws InterruptedException {
    CannedTransport transport = new CannedTransport();
    transport.then(200, "{\"data\":[{\"id\":1}," + rest);
    assertThat(AnyApi.desk(AnyApi.definition(ONE_PAGE), transport).first())
        .isInstanceOf(Unavailable.class);
  }

  @Test
  void is_asked_for_once_by_a_run() throws InterruptedException {
    QueryApi api = new QueryApi(_ -> new QueryApi.Reply(200, "{\"data\":[{\"id\":NaN}]}"));
    LegOutcome outcome = new Landing(AnyApi.definition(ONE_PAGE), "all", api).run();
    assertThat(Landing.failure(outcome)).contains("record 1 of the page holds NaN");
    assertThat(api.asked()).hasSize(1);
  }
}
