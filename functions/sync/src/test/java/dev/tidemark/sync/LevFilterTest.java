package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.Nasty;
import dev.tidemark.simulators.lev.LevQuirk.UpdatedAtFilter;
import dev.tidemark.simulators.lev.LevQuirk.UpdatedAtFilter.Reaction;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.ReplyQuirk;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter of deals, which one document has and another has not (contract lev 1.7). */
class LevFilterTest {
  private static final String SYNC = "{\"action\":\"sync\",\"resource\":\"deals\"}";
  private static final int DEALS = 35;

  private final Bench lev = Bench.lev(DEALS);

  LevFilterTest() {
    lev.drive(SYNC, Bench.LONG);
    lev.clock.advance(Duration.ofHours(1));
    lev.simulator.log().clear();
  }

  @AfterEach
  void close() {
    lev.close();
  }

  private JsonNode next() {
    lev.simulator.collection("deals").edit(deal(2), lev.clock.instant());
    lev.simulator.collection("deals").edit(deal(33), lev.clock.instant());
    JsonNode answer = lev.drive(SYNC, Bench.LONG);
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
    assertThat(lev.lake.published(lev.key("deals")).records()).doesNotHaveDuplicates();
    return answer;
  }

  private String deal(int number) {
    return lev.simulator.collection("deals").ids().get(number);
  }

  @ParameterizedTest
  @CsvSource({"HONOURED, honoured, 1", "IGNORED, ignored, 4", "REFUSED, refused, 5"})
  void is_tried_and_what_came_of_it_is_told(Reaction reaction, String told, int requests) {
    lev.simulator.quirks().add("deals", new UpdatedAtFilter(reaction));
    JsonNode answer = next();
    assertThat(answer.path("filter").asText()).isEqualTo(told);
    assertThat(answer.at("/tally/records").asInt()).isEqualTo(2);
    assertThat(lev.simulator.log().count("deals")).isEqualTo(requests);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422})
  void that_is_refused_leaves_nothing_out_and_does_not_fail(int status) {
    lev.simulator
        .quirks()
        .add(
            "deals",
            Schedule.at(1),
            new ReplyQuirk.Canned(
                status, "application/json", "{\"error\":{\"message\":\"unknown parameter\"}}"));
    assertThat(next().path("filter").asText()).isEqualTo("refused");
  }

  @Test
  void that_is_refused_once_is_tried_again_next_time() {
    lev.simulator.quirks().add("deals", Schedule.at(1), new UpdatedAtFilter(Reaction.REFUSED));
    assertThat(next().path("filter").asText()).isEqualTo("refused");
    lev.clock.advance(Duration.ofHours(1));
    assertThat(next().path("filter").asText()).isEqualTo("honoured");
  }

  @Test
  void is_not_asked_for_while_a_record_has_no_time_to_be_found_by() {
    String undated = lev.simulator.collection("deals").insert(lev.clock.instant(), Nasty.NULL_TIME);
    lev.simulator.quirks().add("deals", new UpdatedAtFilter(Reaction.IGNORED));
    next();
    lev.simulator.quirks().clear();
    lev.simulator.log().clear();
    lev.simulator.collection("deals").rewrite(undated);
    next();
    assertThat(
            lev.simulator
                .log()
                .entries("deals")
                .getFirst()
                .request()
                .query()
                .has("filter[updated_at][gte]"))
        .isFalse();
  }
}
