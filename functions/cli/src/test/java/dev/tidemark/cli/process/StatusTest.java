package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Three answers for whoever is paged: is it fresh, is it complete, what is to be done. */
@Execution(ExecutionMode.CONCURRENT)
final class StatusTest {
  private static final String REVOKED = "lev_sk_revoked";

  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  private Tidemark status(Object... more) {
    return Tidemark.of("status", "--home", home().toString()).with(more);
  }

  private static Api lev() {
    return Api.lev(DatasetPlan.of(17, 60));
  }

  @Test
  void what_is_published_and_fresh_needs_nothing() {
    try (Api lev = lev()) {
      lev.sync(home(), "deals").run().exited(0);
    }
    Ran ran = status().run().exited(0);
    assertThat(ran.out())
        .containsPattern("lev deals +idle +\\d+[sm] ago +- +- +- +-")
        .containsPattern("coverage: everything until \\S+Z")
        .doesNotContain("run: ", "nothing to do");
    JsonNode json = status("--json").run().exited(0).document("deals");
    assertThat(json.path("needsOperator").asBoolean(true)).isFalse();
    assertThat(json.path("coverage").asText()).startsWith("everything until");
    assertThat(json.has("command")).isFalse();
  }

  @Test
  void a_first_run_that_failed_says_never_why_by_which_request_and_what_to_run() {
    try (Api lev = lev()) {
      lev.sync(home(), "deals").credential(REVOKED, REVOKED).run().exited(1);
    }
    String command = "tidemark sync lev deals --home " + home();
    Ran ran = status().run().exited(1);
    assertThat(ran.out())
        .containsPattern("lev deals +failed +never")
        .contains("  last success: never", "401", "the vendor's request id: ")
        .containsPattern("  failed 20\\S+Z: ")
        .contains("fix what the reason says, then run: " + command);
    JsonNode json = status("--json").run().exited(1).document("deals");
    assertThat(json.path("command").asText()).isEqualTo(command);
    assertThat(json.path("needsOperator").asBoolean()).isTrue();
  }

  @Test
  void a_full_walk_under_way_tells_its_end_by_what_the_last_one_saw() {
    try (Api lev = lev()) {
      lev.sync(home(), "deals").run().exited(0);
      lev.simulator()
          .quirks()
          .add(
              "deals",
              Schedule.at(3),
              new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.SECONDS, 3600));
      lev.sync(home(), "deals", "--mode", "reconcile", "--set", "pageSize=10", "--max-legs", 1)
          .run()
          .exited(3);
    }
    JsonNode json = status("--json").run().exited(1).document("deals#reconcile");
    assertThat(json.at("/eta/of").asLong()).isEqualTo(60);
    assertThat(json.at("/eta/seen").asLong()).isEqualTo(20);
    assertThat(json.at("/eta/seconds").isIntegralNumber()).isTrue();
    assertThat(status().run().exited(1).out())
        .contains("20 of about 60 records, as the last full walk saw")
        .containsPattern("lev deals#reconcile +waiting .* ~\\d+[smh]")
        .contains("resume it then: tidemark sync lev deals --mode reconcile --home " + home());
  }

  @Test
  void a_gap_and_a_last_success_that_is_too_old_need_an_operator() throws IOException {
    try (Api lev = lev()) {
      lev.sync(home(), "deals").run().exited(0);
      assertThat(status("--late-after", "26h").run().exited(0).out()).doesNotContain("late: ");
      assertThat(status("--late-after", "0s").run().out()).doesNotContain("late: never");
      Path first = Lake.of(home(), "lev").files("manifests/lev/deals").getFirst();
      lev.sync(home(), "deals").run().exited(0);
      Files.delete(first);
    }
    assertThat(status().run().exited(1).out()).contains("coverage: ", "nothing before");
  }

  @Test
  void a_pause_is_no_alarm_and_names_the_command_that_ends_it() {
    try (Api lev = lev()) {
      lev.sync(home(), "deals").run().exited(0);
    }
    Tidemark.of("pause", "lev", "deals", "--home", home().toString()).run().exited(0);
    assertThat(status().run().exited(0).out())
        .contains("paused by an operator; run: tidemark resume lev deals --home " + home());
  }

  @Test
  void of_a_stack_the_command_is_the_stacks() throws IOException {
    Files.createDirectories(home().resolve("s3/tidemark"));
    String said =
        "{\"source\":\"lev\",\"resources\":["
            + "{\"resource\":\"deals\",\"phase\":\"failed\",\"mode\":\"backfill\","
            + "\"reason\":\"the API rejected the credential (401)\",\"requestId\":\"r-1\","
            + "\"failedAt\":\"2026-11-01T00:00:00Z\",\"checkpoint\":null,\"advice\":\"fix\"},"
            + "{\"resource\":\"contacts\",\"phase\":\"idle\",\"checkpoint\":null}]}";
    try (DescribedStack stack = DescribedStack.over(home(), "deals=f contacts=g", said)) {
      Tidemark command = Tidemark.of("status", "--stack", "s");
      Ran ran = command.start(stack.environment()).end().exited(1);
      assertThat(ran.out())
          .contains("the API rejected the credential (401)", "the vendor's request id: r-1")
          .contains("then run: tidemark sync lev deals --stack s")
          .contains("no run of it has completed yet; run: tidemark sync lev contacts --stack s");
      Ran json = command.with("--json").start(stack.environment()).end().exited(1);
      assertThat(json.document("deals").path("needsOperator").asBoolean()).isTrue();
      assertThat(json.document("contacts").path("needsOperator").asBoolean(true)).isFalse();
    }
  }

  @Test
  void a_watch_looks_again_until_it_is_ended() {
    try (Api lev = lev()) {
      lev.sync(home(), "deals").run().exited(0);
    }
    Running watch = status("--watch", "--json").start();
    assertThat(watch.until(() -> watch.saidOnStandardOutput().lines().count() >= 2)).isTrue();
    Ran ended = watch.terminate().exited(0);
    assertThat(ended.documents())
        .allSatisfy(one -> assertThat(one.path("resource").asText()).isEqualTo("deals"));
  }
}
