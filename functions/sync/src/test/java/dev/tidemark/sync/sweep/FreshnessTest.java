package dev.tidemark.sync.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.aws.telemetry.ConnectionMetrics;
import dev.tidemark.aws.telemetry.JsonLines;
import dev.tidemark.aws.telemetry.Meter;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Failure;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.testkit.contract.SampleStates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final Progress RUN = SampleStates.progress();
  private static final Checkpoint DONE = SampleStates.checkpoint();
  private static final Duration ALLOWED = Duration.ofHours(6);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Just as old as is allowed. */
  private final Instant now = DONE.runStart().plus(ALLOWED);

  private final Freshness freshness =
      new Freshness(
          Map.of("deals", ALLOWED, "contacts", ALLOWED),
          new ConnectionMetrics(
              "lev",
              new Meter(
                  new JsonLines(new PrintStream(out, true, StandardCharsets.UTF_8)),
                  "acme",
                  InstantSource.fixed(now))));

  private void saw(String key, Phase phase, @Nullable Checkpoint checkpoint, Instant at) {
    freshness.saw(
        ResourceKey.parse("lev", key),
        new ResourceState(1, 1, "w", null, 2, phase, checkpoint),
        at);
  }

  private JsonNode line(int index) throws IOException {
    return new ObjectMapper()
        .readTree(out.toString(StandardCharsets.UTF_8).lines().toList().get(index));
  }

  private JsonNode told() throws IOException {
    out.reset();
    freshness.tell();
    return line(0);
  }

  @Test
  void is_the_time_since_the_last_completed_run_began() throws IOException {
    saw("deals", new Phase.Idle(), DONE, now);
    assertThat(line(0).path("checkpointAge").asLong()).isEqualTo(ALLOWED.toSeconds());
    assertThat(line(0).path("resource").asText()).isEqualTo("deals");
    assertThat(told().path("late").asLong()).as("just in time").isZero();
  }

  @Test
  void is_lost_by_who_is_older_than_allowed() throws IOException {
    saw("deals", new Phase.Idle(), DONE, now.plusSeconds(1));
    assertThat(told().path("late").asLong()).isEqualTo(1);
  }

  @Test
  void of_a_first_run_counts_from_its_start() throws IOException {
    saw("deals", new Phase.InFlight(RUN), null, RUN.run().startedAt().plus(ALLOWED).plusSeconds(1));
    assertThat(line(0).path("checkpointAge").asLong()).isEqualTo(ALLOWED.toSeconds() + 1);
    assertThat(told().path("late").asLong()).isEqualTo(1);
  }

  @Test
  void is_not_asked_of_what_a_person_paused() throws IOException {
    saw("deals", new Phase.Paused(null), DONE, now.plusSeconds(1));
    JsonNode told = told();
    assertThat(told.path("late").asLong()).isZero();
    assertThat(told.path("paused").asLong()).isEqualTo(1);
  }

  @Test
  void a_paused_resource_that_never_ran_is_not_missed() throws IOException {
    saw("deals", new Phase.Paused(null), null, now);
    saw("contacts", new Phase.Idle(), DONE, now);
    assertThat(told().path("neverBegun").asLong()).isZero();
  }

  @Test
  void is_not_asked_of_runs_beside_a_resource_whose_states_count_all_the_same() throws IOException {
    saw("deals#reconcile", new Phase.InFlight(RUN), null, now.plus(ALLOWED));
    saw("deals#trial", new Phase.Failed(RUN, new Failure("it broke", null, now)), null, now);
    JsonNode told = told();
    assertThat(told.path("late").asLong()).isZero();
    assertThat(told.path("inFlight").asLong()).isEqualTo(1);
    assertThat(told.path("failed").asLong()).isEqualTo(1);
    assertThat(told.path("claims").asLong()).as("the most").isEqualTo(2);
  }

  @Test
  void of_a_resource_that_never_ran_is_unknown_and_told_so() throws IOException {
    saw("deals", new Phase.Idle(), DONE, now);
    saw("contacts#range-1", new Phase.InFlight(RUN), null, now);
    assertThat(told().path("neverBegun").asLong()).isEqualTo(1);
  }

  @Test
  void of_a_state_that_cannot_be_read_is_late() throws IOException {
    freshness.couldNotRead(ResourceKey.of("lev", "deals"));
    saw("contacts", new Phase.Idle(), DONE, now);
    JsonNode told = told();
    assertThat(told.path("late").asLong()).isEqualTo(1);
    assertThat(told.path("neverBegun").asLong()).isZero();
  }
}
