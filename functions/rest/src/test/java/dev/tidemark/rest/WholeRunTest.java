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
import dev.tidemark.core.traversal.Leg;
import dev.tidemark.memory.InMemoryLake;
import dev.tidemark.memory.InMemoryStates;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs of the built-in Zendesk definition by the traversal itself, from first to next. */
class WholeRunTest {
  private static final Instant NOW = Instant.parse("2026-04-03T00:00:00Z");
  private static final long T = 1_775_088_000L;

  private final CannedTransport transport = new CannedTransport();
  private final ManualClock clock = new ManualClock(NOW);
  private final InMemoryStates states = new InMemoryStates();
  private final InMemoryLake lake = new InMemoryLake();
  private final SourceConnection source =
      Desk.account(
          Sources.builtIn("zendesk"),
          URI.create("https://acme.zendesk.com"),
          "{\"clientId\":\"client\",\"clientSecret\":\"secret\"}",
          Settings.DEFAULT);

  private LegOutcome run(String resource) throws InterruptedException {
    ResourceKey key = ResourceKey.of("zendesk", resource);
    Instant now = clock.instant();
    return new Leg(
            source.source().plan(key),
            source.reader(resource, transport, clock),
            new Ports(
                new Storage(states, lake, lake, lake, lake),
                new Timing(clock, clock, RandomGenerator.getDefault()),
                _ -> {}))
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

  private Stream<String> queries() {
    return transport.asked().stream()
        .map(asked -> asked.uri().getRawQuery())
        .flatMap(Stream::ofNullable)
        .map(query -> query.replace("support_type_scope=all&", ""));
  }

  private void token(String token) {
    transport.then(200, "{\"access_token\":\"" + token + "\",\"expires_in\":1800}");
  }

  private static String tickets(String records, String cursor, boolean end) {
    return "{\"tickets\":["
        + records
        + "],\"after_cursor\":"
        + cursor
        + ",\"end_of_stream\":"
        + end
        + "}";
  }

  private static String ticket(int id) {
    return "{\"id\":" + id + ",\"generated_timestamp\":" + (T + id) + "}";
  }

  @Test
  void a_walk_by_cursor_outlives_its_token_and_a_page_that_is_too_much_and_goes_on_next_time()
      throws InterruptedException {
    token("token-1");
    transport.then(200, tickets(ticket(1), "\"c1\"", false)).then(401, "{}");
    token("token-2");
    transport.then(504, "upstream request timeout");
    transport.then(200, tickets("", "\"c2\"", false));
    transport.then(200, tickets(ticket(2), "\"c3\"", true));
    assertThat(run("tickets")).isInstanceOf(LegOutcome.Completed.class);
    assertThat(queries())
        .containsExactly(
            "per_page=1000&start_time=0",
            "per_page=1000&cursor=c1",
            "per_page=1000&cursor=c1",
            "per_page=500&cursor=c1",
            "per_page=500&cursor=c2");
    clock.advance(Duration.ofMinutes(20));
    transport.then(200, tickets(ticket(2) + "," + ticket(3), "\"c4\"", true));
    assertThat(run("tickets")).isInstanceOf(LegOutcome.Completed.class);
    assertThat(queries()).endsWith("per_page=1000&cursor=c3");
    assertThat(lake.published(ResourceKey.of("zendesk", "tickets")).newest().values())
        .containsExactlyInAnyOrder(ticket(1), ticket(2), ticket(3));
  }

  @Test
  void a_first_run_that_finds_nothing_begins_anew_next_time() throws InterruptedException {
    token("token-1");
    transport.then(200, tickets("", "null", true)).then(200, tickets(ticket(1), "\"c1\"", true));
    assertThat(run("tickets")).isInstanceOf(LegOutcome.Completed.class);
    assertThat(run("tickets")).isInstanceOf(LegOutcome.Completed.class);
    assertThat(queries())
        .containsExactly("per_page=1000&start_time=0", "per_page=1000&start_time=0");
  }

  private static String organizations(String records, long end, boolean last) {
    return "{\"organizations\":["
        + records
        + "],\"count\":1,\"end_time\":"
        + end
        + ",\"end_of_stream\":"
        + last
        + "}";
  }

  private static String organization(int id, int seconds) {
    return "{\"id\":" + id + ",\"updated_at\":\"" + Instant.ofEpochSecond(T + seconds) + "\"}";
  }

  @Test
  void a_walk_in_steps_of_time_drops_what_each_step_repeats() throws InterruptedException {
    token("token-1");
    transport
        .then(200, organizations(organization(1, 1) + "," + organization(2, 2), T + 2, false))
        .then(200, organizations(organization(2, 2) + "," + organization(3, 3), T + 3, true));
    assertThat(run("organizations")).isInstanceOf(LegOutcome.Completed.class);
    assertThat(lake.published(ResourceKey.of("zendesk", "organizations")).records())
        .containsExactly(organization(1, 1), organization(2, 2), organization(3, 3));
    transport.then(200, organizations(organization(3, 3), T + 3, true));
    assertThat(run("organizations")).isInstanceOf(LegOutcome.Completed.class);
    assertThat(queries())
        .containsExactly(
            "per_page=1000&start_time=0",
            "per_page=1000&start_time=" + (T + 2),
            "per_page=1000&start_time=" + (T + 3 - 300));
  }

  @Test
  void a_wall_of_one_second_fails_the_run_and_skips_nothing() throws InterruptedException {
    String same =
        Stream.iterate(1, id -> id + 1)
            .limit(1000)
            .map(id -> organization(id, 5))
            .reduce((a, b) -> a + "," + b)
            .orElseThrow();
    token("token-1");
    transport
        .then(200, organizations(same, T + 5, false))
        .then(
            200,
            Map.of("X-Zendesk-Request-Id", "z9"),
            Pieces.whole(organizations(same, T + 5, false)));
    LegOutcome.Failed failed = (LegOutcome.Failed) run("organizations");
    assertThat(failed.failure().reason())
        .contains(
            "2026-04-02T00:00:05Z", "a page of 1000", "nothing was skipped", "ask the vendor");
    assertThat(failed.failure().requestId()).isEqualTo("z9");
  }

  @Test
  void an_export_that_has_no_requests_left_waits_without_asking() throws InterruptedException {
    token("token-1");
    transport
        .then(
            200,
            Map.of("Zendesk-RateLimit-incremental-exports", "total=10; remaining=0; resets=42"),
            Pieces.whole(tickets(ticket(1), "\"c1\"", false)))
        .then(200, tickets(ticket(2), "\"c2\"", true));
    assertThat(run("tickets")).isInstanceOf(LegOutcome.Completed.class);
    assertThat(clock.paused()).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(43));
  }
}
