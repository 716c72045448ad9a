package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zendesk keeps custom object records that were deleted for 30 days. */
class RetentionTest {
  private static final String RECORDS = "custom_object_records.apartment";

  private final Bench bench = Bench.zendesk(20);

  @AfterEach
  void close() {
    bench.close();
  }

  private JsonNode run() {
    JsonNode answer =
        bench.drive("{\"action\":\"sync\",\"resource\":\"" + RECORDS + "\"}", Bench.LONG);
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
    return answer;
  }

  private String advice() {
    return bench
        .invoke("{\"action\":\"status\",\"resource\":\"" + RECORDS + "\"}", Bench.LONG)
        .at("/resources/0/advice")
        .asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "19 | nothing to do",
        "21 | its last completed run began 21 d ago, and the API keeps what it deleted for 30 d:"
            + " sync it before that, or what was deleted is found by a reconcile only",
        "31 | its last completed run began 31 d ago, and the API keeps what it deleted for 30 d:"
            + " the next run walks everything; reconcile it then, to find what was deleted"
            + " meanwhile"
      })
  void status_warns_before_it_is_too_late(int days, String advice) {
    run();
    bench.clock.advance(Duration.ofDays(days));
    assertThat(advice()).isEqualTo(advice);
  }

  @Test
  void a_run_after_that_walks_everything_and_says_so() {
    run();
    bench.clock.advance(Duration.ofDays(31));
    JsonNode answer = run();
    assertThat(answer.at("/tally/duplicates").asInt()).isGreaterThanOrEqualTo(19);
    assertThat(answer.at("/warnings/retention-passed").asInt()).as("%s", answer).isEqualTo(1);
  }
}
