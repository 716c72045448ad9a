package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every run is told, whether it was published or not, and each leg of it that could tell. */
@Execution(ExecutionMode.CONCURRENT)
final class RunsTest {
  private static final String REVOKED = "lev_sk_revoked";

  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private Tidemark verb(Object... words) {
    return Tidemark.of().with(words).with("--home", home());
  }

  private static Api lev() {
    return Api.lev(DatasetPlan.of(23, 60));
  }

  private String failed(Api lev) {
    Ran ran = lev.sync(home(), "deals").credential(REVOKED, REVOKED).run().exited(1);
    return ran.text("deals", "run");
  }

  @Test
  void a_run_that_failed_is_listed_with_why_until_it_is_published() {
    try (Api lev = lev()) {
      String run = failed(lev);
      JsonNode told = verb("runs", "--failed", "--json").run().exited(0).document("deals");
      assertThat(told.path("run").asText()).isEqualTo(run);
      assertThat(told.path("outcome").asText()).isEqualTo("failed");
      assertThat(told.path("reason").asText()).contains("401");
      assertThat(told.path("requestId").isTextual()).isTrue();
      assertThat(told.path("startedAt").asText()).isNotEmpty();
      assertThat(verb("runs").run().exited(0).out())
          .containsPattern(run + " +20\\S+Z +backfill +failed");

      lev.sync(home(), "deals").run().exited(0);
      JsonNode done = verb("runs", "--json").run().exited(0).document("deals");
      assertThat(done.path("run").asText()).isEqualTo(run);
      assertThat(done.path("outcome").asText()).isEqualTo("completed");
      assertThat(done.path("failures").asInt()).isEqualTo(1);
      assertThat(done.path("legs").asInt()).isEqualTo(2);
      assertThat(verb("runs", "--failed").run().exited(0).out())
          .contains("there is no such run yet");
      assertThat(verb("explain", run).run().exited(0).out())
          .contains("run " + run + " of lev deals: backfill, completed, began 20")
          .containsPattern("leg 1: \\S+Z to \\S+Z: failed: .*401.*the vendor's request id: ")
          .containsPattern("leg 2: \\S+Z to \\S+Z: completed; 1 pages, 60 records")
          .contains("published: 60 records, 0 deletes in 1 objects: manifests/lev/deals/" + run);
      assertThat(verb("explain", run, "--json").run().exited(0).document("deals").path("story"))
          .hasSize(2);
    }
  }

  @Test
  void a_run_that_an_operator_gave_up_is_told_as_such() {
    try (Api lev = lev()) {
      String run = failed(lev);
      verb("cancel", "lev", "deals").run().exited(0);
      JsonNode told = verb("runs", "--json").run().exited(0).document("deals");
      assertThat(told.path("outcome").asText()).isEqualTo("cancelled");
      assertThat(told.path("endedAt").isTextual()).isTrue();
      assertThat(verb("explain", run).run().exited(0).out())
          .contains("cancelled: an operator asked to cancel it", "nothing of it is published");
      lev.sync(home(), "deals").run().exited(0);
      assertThat(verb("runs", "--json").run().exited(0).documents())
          .extracting(one -> one.path("outcome").asText())
          .containsExactly("cancelled", "completed");
    }
  }

  @Test
  void a_run_under_way_is_listed_with_what_it_waits_for() {
    try (Api lev = lev()) {
      lev.simulator()
          .quirks()
          .add(
              "deals",
              Schedule.at(3),
              new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.SECONDS, 3600));
      lev.sync(home(), "deals", "--set", "pageSize=10", "--max-legs", 1).run().exited(3);
    }
    JsonNode told = verb("runs", "--json").run().exited(0).document("deals");
    assertThat(told.path("outcome").asText()).isEqualTo("waiting");
    assertThat(told.path("records").asLong()).isEqualTo(20);
    assertThat(told.path("reason").asText()).isEqualTo("rate limited (429)");
    assertThat(verb("explain", told.path("run").asText()).run().exited(0).out())
        .containsPattern("leg 1: .*: waiting: rate limited \\(429\\) until \\S+Z; 2 pages")
        .contains("now: waiting; no process works on it; resume it then: tidemark sync lev deals");
    assertThat(verb("runs", "--since", "2096-01-01").run().exited(0).out())
        .contains("there is no such run yet");
    assertThat(verb("runs", "--since", "2020-01-01", "--json").run().exited(0).documents())
        .hasSize(1);
  }

  @Test
  void a_run_that_is_not_known_is_refused() {
    try (Api lev = lev()) {
      lev.sync(home(), "deals").run().exited(0);
    }
    assertThat(verb("explain", "20260101T000000Z-0123456789").run().exited(2).sentence())
        .contains("there is no run 20260101T000000Z-0123456789 here");
    assertThat(verb("explain", "lev", "--json").run().exited(2).sentence())
        .contains("--json does not apply to a source");
  }

  @Test
  void a_stack_tells_the_same() throws IOException {
    String run;
    try (Api lev = lev()) {
      run = failed(lev);
      verb("cancel", "lev", "deals").run().exited(0);
      lev.sync(home(), "deals").run().exited(0);
    }
    try (DescribedStack stack =
        DescribedStack.over(home(), "deals=f", "{\"source\":\"lev\",\"resources\":[]}")) {
      for (Tidemark command :
          new Tidemark[] {
            Tidemark.of("runs"), Tidemark.of("runs", "--json"), Tidemark.of("explain", run)
          }) {
        Ran here = command.with("--home", home()).run().exited(0);
        Ran there = command.with("--stack", "s").start(stack.environment()).end().exited(0);
        assertThat(there.out()).isEqualTo(here.out()).contains(run);
      }
    }
  }
}
