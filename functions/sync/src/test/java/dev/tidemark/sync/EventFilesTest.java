package dev.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.sync.event.EventException;
import dev.tidemark.sync.sweep.Sweeping;
import dev.tidemark.sync.sweep.Watch;
import dev.tidemark.sync.wiring.Functions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each file in events/ is an event that an operator may send, and does what it says; that of the
 * tables is tried by {@link TableRequestsTest}.
 */
class EventFilesTest {
  private static final Path EVENTS = Path.of("..", "..", "events");

  private final Bench lev = Bench.lev(120);

  @AfterEach
  void close() {
    lev.close();
  }

  /** What the sweep of a stack answers in which each resource has its own function. */
  private JsonNode toSweep(String event) throws IOException {
    String functions =
        Sources.builtIn("lev").runnable().stream()
            .map(name -> name + "=fn-" + name)
            .collect(Collectors.joining(" "));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new SweepHandler(new Sweeping(lev.wiring, Functions.parse(functions), () -> Watch.NOBODY))
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answer,
            new OneInvocation("sweep", Bench.LONG));
    return new ObjectMapper().readTree(answer.toByteArray());
  }

  @Test
  void a_schedule_of_children_sends_to_theirs() throws IOException {
    toSweep(event("schedule.json").replace("\"*\"", "\"*.*\""));
    assertThat(lev.sent)
        .extracting(Bench.Sent::arn)
        .containsExactlyElementsOf(
            Sources.builtIn("lev").runnable(true).stream().map(name -> "fn-" + name).toList());
  }

  @Test
  void the_sweep_takes_no_event_of_one_resource() {
    assertThatThrownBy(() -> toSweep(event("sync.json")))
        .isInstanceOf(EventException.class)
        .hasMessageContaining("own function");
  }

  private static String event(String name) throws IOException {
    return Files.readString(EVENTS.resolve(name));
  }

  @Test
  void all_of_them_are_tried_here() throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "backfill.json",
              "cancel.json",
              "continue.json",
              "pause.json",
              "range.json",
              "rebind.json",
              "reconcile.json",
              "refresh.json",
              "reset.json",
              "resume.json",
              "schedule.json",
              "settings.json",
              "status.json",
              "sync.json",
              "tables.json",
              "trial.json");
    }
  }

  @Test
  void pause_resume_cancel_and_reset_do_to_a_resource_what_they_say() throws IOException {
    lev.invoke(event("sync.json"), Duration.ofSeconds(90));
    for (String verb : List.of("pause", "resume", "cancel", "reset")) {
      JsonNode answer = lev.invoke(event(verb + ".json"), Bench.LONG);
      assertThat(answer.path("action").asText()).isEqualTo(verb);
      assertThat(answer.path("outcome").asText()).as(verb).isEqualTo("applied");
    }
    lev.drive(event("sync.json"), Bench.LONG);
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
  }

  @Test
  void rebind_leaves_a_connection_where_it_is_that_is_asked_where_it_was() throws IOException {
    lev.drive(event("sync.json"), Bench.LONG);
    JsonNode answer = lev.invoke(event("rebind.json"), Bench.LONG);
    assertThat(answer.path("action").asText()).isEqualTo("rebind");
    assertThat(answer.path("outcome").asText()).isEqualTo("unchanged");
    assertThat(answer.path("forgotten")).isEmpty();
  }

  @Test
  void settings_are_those_of_one_run() throws IOException {
    JsonNode answer = lev.invoke(event("settings.json"), Bench.LONG);
    assertThat(answer.path("outcome").asText()).isEqualTo("completed");
    assertThat(lev.published("deals")).hasSize(120);
    assertThat(lev.simulator.log().entries("deals"))
        .allMatch(one -> "50".equals(one.request().query().first("limit")));
  }

  @Test
  void status_says_where_every_resource_stands() throws IOException {
    lev.invoke(event("sync.json"), Duration.ofSeconds(90));
    JsonNode answer = lev.invoke(event("status.json"), Bench.LONG);
    assertThat(answer.path("resources")).hasSize(1);
    assertThat(answer.path("resources").path(0).path("phase").asText()).isEqualTo("in-flight");
  }

  @Test
  void sync_lands_one_resource() throws IOException {
    JsonNode answer = lev.invoke(event("sync.json"), Bench.LONG);
    assertThat(answer.path("outcome").asText()).isEqualTo("completed");
    assertThat(answer.path("resource").asText()).isEqualTo("deals");
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals")).hasSize(120);
    assertThat(lev.published("contacts")).isEmpty();
    assertThat(lev.sent).isEmpty();
  }

  @Test
  void schedule_sends_to_the_function_of_each_resource_one_event() throws IOException {
    JsonNode answer = toSweep(event("schedule.json"));
    List<String> resources = List.of("deals", "contacts", "companies", "placements", "lenders");
    assertThat(answer.path("outcome").asText()).isEqualTo("sent");
    assertThat(answer.path("resources")).extracting(JsonNode::asText).isEqualTo(resources);
    assertThat(lev.sent)
        .extracting(one -> one.arn() + one.event().replaceAll(".*\"resource\":\"|\".*", " "))
        .containsExactlyElementsOf(
            resources.stream().map(name -> "fn-" + name + " " + name + " ").toList());
    assertThat(lev.sent)
        .allMatch(one -> one.event().contains("\"scheduledTime\":\"2026-11-22T03:00:00Z\""));
    assertThat(lev.simulator.log().count()).isZero();
  }

  @Test
  void schedule_lands_every_resource() throws IOException {
    toSweep(event("schedule.json"));
    for (Bench.Sent one : List.copyOf(lev.sent)) {
      lev.drive(one.event(), Bench.LONG);
    }
    for (String resource : List.of("deals", "contacts", "companies", "placements")) {
      assertThat(lev.published(resource)).as(resource).isEqualTo(lev.truth(resource));
    }
    assertThat(lev.published("lenders")).isEqualTo(lev.truth("lenders/directory"));
  }

  @Test
  void reconcile_deletes_what_is_gone() throws IOException {
    lev.drive("{\"action\":\"sync\",\"resource\":\"contacts\"}", Bench.LONG);
    String gone = lev.simulator.collection("contacts").ids().getFirst();
    lev.simulator.collection("contacts").delete(gone);
    JsonNode answer = lev.invoke(event("reconcile.json"), Bench.LONG);
    assertThat(answer.path("outcome").asText()).isEqualTo("completed");
    assertThat(answer.path("resource").asText()).isEqualTo("contacts#reconcile");
    assertThat(answer.path("tally").path("deletes").asInt()).isEqualTo(1);
    assertThat(lev.published("contacts")).isEqualTo(lev.truth("contacts"));
  }

  @Test
  void refresh_says_which_records_the_api_does_not_have() throws IOException {
    JsonNode answer = lev.invoke(event("refresh.json"), Bench.LONG);
    assertThat(answer.path("outcome").asText()).isEqualTo("completed");
    assertThat(answer.path("mode").asText()).isEqualTo("refresh");
    assertThat(answer.path("absent")).extracting(JsonNode::asText).containsExactly("7002");
    assertThat(lev.published("deals")).hasSize(1);
  }

  @Test
  void trial_lands_about_so_many_records_and_promotes_nothing() throws IOException {
    JsonNode answer = lev.invoke(event("trial.json"), Bench.LONG);
    assertThat(answer.path("outcome").asText()).isEqualTo("completed");
    assertThat(answer.path("resource").asText()).isEqualTo("deals#trial");
    assertThat(answer.has("checkpoint")).isFalse();
    assertThat(lev.published("deals#trial")).hasSize(100);
    assertThat(lev.states.read(lev.key("deals"))).isEqualTo(ResourceState.NEVER_RUN);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 10, 13})
  void trial_of_fewer_records_than_a_page_has_asks_for_as_many(int records) throws IOException {
    String few = event("trial.json").replaceAll("\\d+", Integer.toString(records));
    assertThat(lev.invoke(few, Bench.LONG).path("outcome").asText()).isEqualTo("completed");
    assertThat(lev.published("deals#trial")).hasSize(records <= 10 ? records : 20);
    assertThat(lev.simulator.log().count()).isEqualTo(records <= 10 ? 1 : 2);
  }

  @Test
  void trial_of_children_reads_the_lists_of_few_parents() throws IOException {
    String few =
        event("trial.json").replaceAll("\\d+", "3").replace("\"deals\"", "\"deal_financials\"");
    assertThat(lev.invoke(few, Bench.LONG).path("outcome").asText()).isEqualTo("completed");
    assertThat(lev.published("deal_financials#trial")).hasSizeBetween(3, 4);
  }

  @Test
  void continue_goes_on_with_what_is_in_flight_and_otherwise_does_nothing() throws IOException {
    assertThat(lev.invoke(event("continue.json"), Bench.LONG).path("outcome").asText())
        .isEqualTo("nothing");
    JsonNode first = lev.invoke(event("sync.json"), Duration.ofSeconds(90));
    assertThat(first.path("outcome").asText()).isEqualTo("in-flight");
    JsonNode second = lev.invoke(event("continue.json"), Bench.LONG);
    assertThat(second.path("outcome").asText()).isEqualTo("completed");
    assertThat(second.path("run")).isEqualTo(first.path("run"));
    assertThat(second.path("legs").asInt()).isEqualTo(2);
    assertThat(lev.published("deals")).isEqualTo(lev.truth("deals"));
  }

  @Test
  void backfill_lands_everything_from_a_time_on_beside_the_resource() throws IOException {
    try (Bench ask = Bench.askElephant(0)) {
      var contacts = ask.simulator.collection("contacts");
      contacts.insert(Instant.parse("2025-12-31T23:59:59Z"));
      String first = contacts.insert(Instant.parse("2026-01-01T00:00:00Z"));
      String last = contacts.insert(Instant.parse("2026-02-01T00:00:00Z"));
      JsonNode answer = ask.invoke(event("backfill.json"), Bench.LONG);
      assertThat(answer.path("outcome").asText()).isEqualTo("completed");
      String resource = answer.path("resource").asText();
      assertThat(resource).startsWith("contacts#range-");
      assertThat(ask.lake.published(ask.key(resource)).newest())
          .containsOnlyKeys('"' + first + '"', '"' + last + '"');
    }
  }

  @Test
  void range_lands_what_lies_between_its_bounds_beside_the_resource() throws IOException {
    try (Bench ask = Bench.askElephant(0)) {
      var contacts = ask.simulator.collection("contacts");
      contacts.insert(Instant.parse("2025-12-31T23:59:59Z"));
      String first = contacts.insert(Instant.parse("2026-01-01T00:00:00Z"));
      String last = contacts.insert(Instant.parse("2026-01-31T23:59:59Z"));
      contacts.insert(Instant.parse("2026-02-01T00:00:00Z"));
      JsonNode answer = ask.invoke(event("range.json"), Bench.LONG);
      assertThat(answer.path("outcome").asText()).isEqualTo("completed");
      String resource = answer.path("resource").asText();
      assertThat(resource).startsWith("contacts#range-");
      assertThat(ask.lake.published(ask.key(resource)).newest())
          .containsOnlyKeys('"' + first + '"', '"' + last + '"');
      assertThat(ask.states.read(ask.key("contacts"))).isEqualTo(ResourceState.NEVER_RUN);
    }
  }

  @Test
  void range_that_is_asked_for_twice_is_one_range() throws IOException {
    try (Bench ask = Bench.askElephant(20)) {
      JsonNode once = ask.invoke(event("range.json"), Bench.LONG);
      JsonNode again = ask.invoke(event("range.json"), Bench.LONG);
      assertThat(again.path("resource")).isEqualTo(once.path("resource"));
      String other = event("range.json").replace("2026-02-01", "2026-02-02");
      assertThat(ask.invoke(other, Bench.LONG).path("resource"))
          .isNotEqualTo(once.path("resource"));
    }
  }
}
