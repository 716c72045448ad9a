package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.sync.event.EventException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single records, read now into the lake of their resource. */
class RefreshTest {
  private static Bench bench(String source) {
    return Bench.of(source, DatasetPlan.of(1, 20), 10);
  }

  private static JsonNode sync(Bench bench, String resource) {
    return bench.drive("{\"action\":\"sync\",\"resource\":\"" + resource + "\"}", Bench.LONG);
  }

  private static JsonNode refresh(Bench bench, String resource, List<String> ids) {
    return refresh(bench, resource, ids, Bench.LONG);
  }

  private static JsonNode refresh(Bench bench, String resource, List<String> ids, Duration life) {
    String texts = ids.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
    return bench.drive(
        "{\"action\":\"refresh\",\"resource\":\"%s\",\"ids\":[%s]}".formatted(resource, texts),
        life);
  }

  private static @Nullable Checkpoint checkpoint(Bench bench, String resource) {
    ResourceState state = bench.states.read(bench.key(resource));
    return state == null ? null : state.checkpoint();
  }

  /** Both have the CRC-32 4ddb0c25. */
  @Test
  void of_other_records_is_another_run_however_alike_their_ids_are() {
    try (Bench bench = bench("lev")) {
      JsonNode one = refresh(bench, "deals", List.of("plumless"));
      JsonNode other = refresh(bench, "deals", List.of("buckeroo"));
      assertThat(other.path("resource")).isNotEqualTo(one.path("resource"));
      assertThat(other.path("absent").toString()).isEqualTo("[\"buckeroo\"]");
      assertThat(refresh(bench, "deals", List.of("plumless")).path("resource"))
          .isEqualTo(one.path("resource"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lev, deals",
    "askelephant, users",
    "zendesk, tickets",
    "zendesk, custom_object_records.apartment"
  })
  void lands_what_changed_and_names_what_is_gone(String source, String resource) {
    try (Bench bench = bench(source)) {
      sync(bench, resource);
      Collection rows = bench.simulator.collection(resource);
      String same = rows.ids().get(1);
      String changed = rows.ids().get(4);
      String gone = rows.ids().get(7);
      String last = StandingRecords.of(bench, resource).records().toString();
      rows.edit(changed, bench.clock.instant());
      rows.delete(gone);
      Checkpoint before = checkpoint(bench, resource);
      JsonNode answer = refresh(bench, resource, List.of(same, gone, changed));
      assertThat(answer.path("outcome").asText()).as("%s", answer).isEqualTo("completed");
      assertThat(answer.path("mode").asText()).isEqualTo("refresh");
      assertThat(answer.path("absent").toString()).isEqualTo("[\"" + gone + "\"]");
      assertThat(answer.at("/tally/deletes").asInt()).isZero();
      assertThat(answer.at("/tally/apiCalls").asInt()).isEqualTo(3);
      assertThat(checkpoint(bench, resource)).isEqualTo(before);
      assertThat(StandingRecords.of(bench, resource).records().toString()).isNotEqualTo(last);
      assertThat(bench.published(resource)).contains(bench.simulator.truth(resource).get(changed));
      assertThat(StandingRecords.of(bench, resource).records()).hasSize(20);
    }
  }

  @ParameterizedTest
  @CsvSource({"lev, deals", "askelephant, users", "zendesk, organizations"})
  void is_followed_by_an_incremental_that_publishes_nothing_twice(String source, String resource) {
    try (Bench bench = bench(source)) {
      sync(bench, resource);
      String changed = bench.simulator.collection(resource).ids().get(4);
      bench.simulator.collection(resource).edit(changed, bench.clock.instant());
      refresh(bench, resource, List.of(changed));
      bench.clock.advance(Duration.ofMinutes(3));
      assertThat(sync(bench, resource).at("/tally/records").asInt()).isZero();
      assertThat(bench.published(resource)).isEqualTo(bench.truth(resource));
    }
  }

  @Test
  void of_a_resource_that_was_never_walked_lands_the_record_and_promotes_nothing() {
    try (Bench bench = bench("lev")) {
      String id = bench.simulator.collection("deals").ids().getFirst();
      assertThat(refresh(bench, "deals", List.of(id)).at("/tally/records").asInt()).isEqualTo(1);
      assertThat(checkpoint(bench, "deals")).isNull();
      assertThat(sync(bench, "deals").path("mode").asText()).isEqualTo("backfill");
      assertThat(bench.published("deals")).isEqualTo(bench.truth("deals"));
    }
  }

  @Test
  void goes_on_in_the_next_leg_and_still_knows_what_was_gone() {
    try (Bench bench = bench("lev")) {
      Collection deals = bench.simulator.collection("deals");
      List<String> ids = deals.ids();
      deals.delete(ids.get(1));
      deals.delete(ids.get(18));
      JsonNode answer = refresh(bench, "deals", ids, Duration.ofSeconds(90));
      assertThat(answer.path("legs").asInt()).isGreaterThan(1);
      assertThat(answer.path("absent").toString())
          .isEqualTo("[\"" + ids.get(1) + "\",\"" + ids.get(18) + "\"]");
      assertThat(bench.published("deals")).isEqualTo(bench.truth("deals"));
    }
  }

  @Test
  void that_the_api_refuses_fails_and_names_nothing_as_gone() {
    try (Bench bench = bench("lev")) {
      bench
          .simulator
          .quirks()
          .add("deals/{id}", Schedule.at(1), new LevQuirk.Forbidden("deals:read"));
      JsonNode answer = refresh(bench, "deals", List.of("7001", "7004"));
      assertThat(answer.path("outcome").asText()).isEqualTo("failed");
      assertThat(answer.path("reason").asText()).contains("403");
      assertThat(answer.has("absent")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"zendesk, ticket_events", "zendesk, ticket_metric_events", "lev, deal_notes"})
  void of_what_cannot_be_asked_for_is_refused_with_a_sentence(String source, String resource) {
    try (Bench bench = bench(source)) {
      assertThatThrownBy(() -> refresh(bench, resource, List.of("1")))
          .isInstanceOf(EventException.class)
          .hasMessageContaining(
              resource + " cannot be refreshed: the API has no way to ask for one record");
      assertThat(bench.simulator.log().count()).isZero();
    }
  }
}
