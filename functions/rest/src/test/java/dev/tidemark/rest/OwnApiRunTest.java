package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.plan.Budget;
import dev.tidemark.core.plan.LegOutcome;
import dev.tidemark.core.plan.Ports;
import dev.tidemark.core.plan.Storage;
import dev.tidemark.core.plan.Timing;
import dev.tidemark.core.run.Mode;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.run.Trigger;
import dev.tidemark.core.state.Claim;
import dev.tidemark.core.state.Lease;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.core.state.Warning;
import dev.tidemark.core.traversal.Leg;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whole runs over APIs of the kind that a user's own definition describes. */
class OwnApiRunTest {
  private static final ResourceKey ALL = ResourceKey.of("acme", "all");
  private static final String NEXT = ",\"@odata.nextLink\":\"https://api.acme.example/all?skip=";

  private final CannedTransport transport = new CannedTransport();
  private final ManualClock clock = new ManualClock(AnyApi.NOW);
  private final InMemoryStates states = new InMemoryStates();
  private final InMemoryLake lake = new InMemoryLake();

  private LegOutcome run(Definition definition) throws InterruptedException {
    SourceConnection source = AnyApi.account(definition, Map.of());
    Instant now = clock.instant();
    Ports ports =
        new Ports(
            new Storage(states, lake, lake, lake, lake),
            new Timing(clock, clock, RandomGenerator.getDefault()),
            _ -> {});
    return new Leg(source.source().plan(ALL), source.reader("all", transport, clock), ports)
        .run(
            new Claim(
                new Lease("owner-" + now, now.plus(Duration.ofHours(1))), Trigger.OPERATOR, true),
            RunRequest.of(Mode.INCREMENTAL),
            new Budget(
                clock,
                now.plus(Duration.ofMinutes(10)),
                now.plus(Duration.ofMinutes(15)),
                Duration.ofMinutes(2),
                () -> false));
  }

  private static String page(String records, String more) {
    return "{\"data\":[" + records + "]" + more + "}";
  }

  private static String row(int id) {
    return "{\"id\":" + id + "}";
  }

  private static Definition odata(String next) {
    return AnyApi.definition("pagination: {kind: next-url, next: " + next + ", absentEnds: true}");
  }

  private void threePages() {
    for (int i = 0; i < 3; i++) {
      transport.then(
          200,
          page(
              row(3 * i + 1) + "," + row(3 * i + 2) + "," + row(3 * i + 3),
              i == 2 ? "" : NEXT + (3 * i + 3) + "\""));
    }
  }

  @Test
  void all_pages_land_where_the_next_ones_member_has_a_dot_in_its_name() throws Exception {
    threePages();
    assertThat(run(odata("[\"@odata.nextLink\"]"))).isInstanceOf(LegOutcome.Completed.class);
    assertThat(lake.published(ALL).records()).hasSize(9);
  }

  @Test
  void a_run_fails_with_what_to_write_where_the_dot_was_taken_for_a_path() throws Exception {
    threePages();
    assertThat(run(odata("\"@odata.nextLink\"")))
        .isInstanceOfSatisfying(
            LegOutcome.Failed.class,
            failed ->
                assertThat(failed.failure().reason())
                    .contains("write the path as [\"@odata.nextLink\"]"));
    assertThat(lake.published(ALL).records()).isEmpty();
  }

  @Test
  void rows_of_one_campaign_in_different_countries_are_all_there_and_land_once() throws Exception {
    String rows =
        "{\"id\":7,\"country\":\"de\"},{\"id\":7,\"country\":\"fr\"},"
            + "{\"id\":8,\"country\":\"de\"}";
    Definition definition =
        dev.tidemark.rest.definition.DefinitionReader.read(
            "acme.yaml",
            """
            tidemark: 1
            source: acme
            title: Acme
            baseUrl: https://api.acme.example
            auth: {apiKey: {}}
            resources:
              all: {path: /all, records: data, id: [id, country], order: unordered, promote: run-start, pagination: {kind: none}}
            """);
    transport.then(200, page(rows, "")).then(200, page(rows, ""));
    assertThat(run(definition)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(lake.published(ALL).records()).hasSize(3);
    clock.advance(Duration.ofMinutes(20));
    assertThat(run(definition)).isInstanceOf(LegOutcome.Completed.class);
    assertThat(lake.published(ALL).records()).hasSize(3);
  }

  private static Definition timed(String watermark) {
    return AnyApi.definition(
        "pagination: {kind: none}",
        "order: watermark-ascending",
        "promote: max-seen",
        "watermark: " + watermark);
  }

  private static String at(int id, String time) {
    return "{\"id\":" + id + ",\"at\":" + time + "}";
  }

  @Test
  void a_run_fails_whose_times_cannot_be_read_and_completes_with_their_zone() throws Exception {
    String page =
        page(at(1, "\"2026-05-01T10:00:00\"") + "," + at(2, "\"2026-05-01T11:00:00\""), "");
    transport.then(200, page);
    assertThat(run(timed("{field: at}")))
        .isInstanceOfSatisfying(
            LegOutcome.Failed.class,
            failed ->
                assertThat(failed.failure().reason())
                    .isEqualTo(
                        "2 records have a time that the declared format cannot read, such as"
                            + " \"2026-05-01T11:00:00\", and not one has a time that it can read,"
                            + " so that the checkpoint cannot move; correct the definition's"
                            + " watermark.field or watermark.format, or name the zone of times"
                            + " without an offset by watermark.zone"));
    assertThat(lake.published(ALL).records()).isEmpty();
    transport.then(200, page);
    assertThat(run(timed("{field: at, zone: UTC}"))).isInstanceOf(LegOutcome.Completed.class);
    assertThat(lake.published(ALL).records()).hasSize(2);
  }

  @Test
  void times_without_an_offset_move_the_checkpoint_where_their_zone_is_declared() throws Exception {
    transport.then(200, page(at(1, "\"2026-05-01 10:00:00\""), ""));
    assertThat(run(timed("{field: at, format: iso-8601-local-blank, zone: \"+02:00\"}")))
        .isInstanceOf(LegOutcome.Completed.class);
    assertThat(lake.published(ALL).records()).hasSize(1);
    ResourceState state = states.read(ALL);
    assertThat(state == null || state.checkpoint() == null ? null : state.checkpoint().watermark())
        .isNotNull()
        .satisfies(mark -> assertThat(mark.at()).isEqualTo("2026-05-01T08:00:00Z"));
  }

  @Test
  void one_time_that_can_be_read_completes_the_run_and_the_others_are_counted() throws Exception {
    transport.then(
        200,
        page(
            at(1, "\"2026-05-01T10:00:00Z\"") + "," + at(2, "\"1 May\"") + "," + at(3, "null"),
            ""));
    assertThat(run(timed("{field: at}")))
        .isInstanceOfSatisfying(
            LegOutcome.Completed.class,
            done ->
                assertThat(done.manifest().seal().progress().tally().warnings().counts())
                    .containsExactly(Map.entry(Warning.UNREADABLE_TIME, 1L)));
    assertThat(lake.published(ALL).records()).hasSize(3);
  }

  @Test
  void a_list_without_any_time_is_walked_again_and_is_no_failure() throws Exception {
    transport.then(200, page(at(1, "null"), ""));
    assertThat(run(timed("{field: at}"))).isInstanceOf(LegOutcome.Completed.class);
  }
}
