package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.askelephant.AskElephant;
import dev.tidemark.simulators.askelephant.AskElephantQuirk;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Stamps;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.LogEntry;
import dev.tidemark.simulators.server.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client of AskElephant must do, by lines of the contract. */
class AskElephantRunTest {
  private final Bench bench =
      Bench.of("askelephant", DatasetPlan.of(3, 35).withStamps(Stamps.HIDDEN), 10);
  private final AskElephant ask = (AskElephant) bench.simulator;
  private final Collection contacts = ask.collection("contacts");

  @AfterEach
  void close() {
    bench.close();
  }

  private JsonNode run(String resource) {
    return bench.drive("{\"action\":\"sync\",\"resource\":\"" + resource + "\"}", Bench.LONG);
  }

  private JsonNode completes() {
    JsonNode answer = run("contacts");
    assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
    return answer;
  }

  private List<Request> asked() {
    return ask.log().entries("contacts").stream().map(LogEntry::request).toList();
  }

  private static String watermark(JsonNode answer) {
    return answer.at("/checkpoint/watermark").asText();
  }

  @Test
  void every_page_repeats_order_bound_and_size() {
    completes();
    bench.clock.advance(Duration.ofMinutes(5));
    contacts.ids().forEach(id -> contacts.edit(id, bench.clock.instant()));
    ask.log().clear();
    completes();
    assertThat(asked())
        .hasSizeGreaterThan(3)
        .allSatisfy(request -> {
          assertThat(request.query().first("order_by")).isEqualTo("updated_at:asc");
          assertThat(request.query().first("limit")).isEqualTo("10");
          assertThat(request.query().has("filter[updated_at][gte]")).isTrue();
        });
  }

  @Test
  void the_checkpoint_is_the_highest_time_seen_and_stays_where_nothing_came() {
    String highest = watermark(completes());
    assertThat(contacts.truth().values())
        .anyMatch(json -> json.contains("\"updated_at\":\"" + highest + "\""))
        .noneMatch(json ->
            json.replaceAll(".*\"updated_at\":\"([^\"]*)\".*", "$1").compareTo(highest) > 0);
    bench.clock.advance(Duration.ofHours(1));
    assertThat(watermark(completes())).isEqualTo(highest);
  }

  @Test
  void the_checkpoint_moves_only_when_the_whole_run_succeeded() {
    String before = watermark(completes());
    bench.clock.advance(Duration.ofHours(1));
    contacts.ids().forEach(id -> contacts.edit(id, bench.clock.instant()));
    ask.quirks().add("contacts", Schedule.at(3), new AskElephantQuirk.Forbidden("contacts:read"));
    assertThat(run("contacts").path("outcome").asText()).isEqualTo("failed");
    var state = bench.states.read(bench.key("contacts"));
    assertThat(state).isNotNull();
    assertThat(String.valueOf(state.checkpoint())).contains(before);
    completes();
    assertThat(bench.published("contacts")).isEqualTo(bench.truth("contacts"));
  }

  @Test
  void each_resource_has_a_checkpoint_of_its_own() {
    completes();
    assertThat(run("companies").path("mode").asText()).isEqualTo("backfill");
  }

  @Test
  void an_edit_in_the_second_of_the_checkpoint_is_landed() {
    completes();
    bench.clock.advance(Duration.ofMinutes(5));
    Instant second = Instant.ofEpochSecond(bench.clock.instant().getEpochSecond());
    contacts.edit(contacts.ids().get(3), second.plusMillis(100));
    completes();
    contacts.edit(contacts.ids().get(8), second.plusMillis(900));
    completes();
    assertThat(bench.published("contacts")).isEqualTo(bench.truth("contacts"));
    assertThat(bench.lake.published(bench.key("contacts")).records()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"400, 2", "400, 4", "422, 2", "422, 3"})
  void a_cursor_that_is_refused_costs_nothing(int status, int request) {
    if (status == 422) {
      ask.quirks().add("contacts", new AskElephantQuirk.CursorsRefusedWith422());
    }
    ask.quirks().add("contacts", Schedule.at(request), new AskElephantQuirk.CursorRejected());
    completes();
    assertThat(bench.published("contacts")).isEqualTo(bench.truth("contacts"));
  }

  @Test
  void what_a_scope_shows_later_is_landed_by_a_backfill() {
    run("engagements");
    ask.grant(AskElephant.PRIVATE_SCOPE);
    run("engagements");
    assertThat(bench.published("engagements")).isNotEqualTo(bench.truth("engagements"));
    JsonNode answer =
        bench.drive(
            "{\"action\":\"backfill\",\"resource\":\"engagements\",\"from\":\"2000-01-01T00:00:00Z\"}",
            Bench.LONG);
    assertThat(answer.path("outcome").asText()).isEqualTo("completed");
    assertThat(bench.published("engagements")).isEqualTo(bench.truth("engagements"));
  }

  @Test
  void what_a_scope_hides_later_is_deleted_by_no_incremental() {
    run("engagements");
    long there = bench.published("engagements").size();
    ask.revoke("engagements:read");
    assertThat(run("engagements").path("reason").asText()).contains("403");
    assertThat(bench.published("engagements")).hasSize((int) there);
  }
}
