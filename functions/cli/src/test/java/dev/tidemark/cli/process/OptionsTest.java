package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the options of a sync do. */
@Execution(ExecutionMode.CONCURRENT)
final class OptionsTest {
  private static final int RECORDS = 120;

  @TempDir private Path folder;

  private Path home() {
    return folder.resolve("home");
  }

  @Test
  void legs_of_a_small_budget_are_counted_and_the_last_that_may_run_leaves_the_run_in_flight() {
    try (Api lev = lev().slow("deals", Duration.ofMillis(60))) {
      Tidemark sync = lev.sync(home(), "deals", "--set", "pageSize=10", "--connection", "acme");
      Ran left = sync.with("--budget", "100ms", "--max-legs", 2).run().exited(3);
      assertThat(left.text("deals", "outcome")).isEqualTo("in-flight");
      assertThat(left.count("deals", "legs")).isEqualTo(2);
      assertThat(left.document("deals").path("manifest").isNull()).isTrue();
      assertThat(left.count("deals", "pages")).isBetween(1L, 11L);

      Ran completed = sync.run().exited(0);
      assertThat(completed.text("deals", "connection")).isEqualTo("acme");
      assertThat(completed.text("deals", "run")).isEqualTo(left.text("deals", "run"));
      assertThat(completed.count("deals", "records")).isEqualTo(RECORDS);
      assertThat(Lake.of(home(), "acme").state("deals"))
          .isEqualTo(new TreeMap<>(lev.truth("deals")));
      assertThat(Lake.of(home(), "lev").batches("deals")).isEmpty();
    }
  }

  @Test
  void a_tier_is_kept_to_and_a_page_size_is_asked_for() {
    try (Api lev = lev()) {
      Ran ran =
          lev.sync(home(), "deals", "--set", "tier=free", "--set", "pageSize=7")
              .with("--patience", "1s", "--max-legs", 1)
              .run()
              .exited(3);
      assertThat(ran.count("deals", "pages")).isEqualTo(10);
      assertThat(lev.asked("deals"))
          .hasSize(10)
          .allMatch(entry -> "7".equals(entry.request().query().first("limit")));
    }
  }

  @Test
  void a_limit_beyond_the_patience_costs_a_leg_and_no_run() {
    try (Api lev = lev()) {
      LevQuirk limited = new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.ABSENT, 2);
      lev.simulator().quirks().add("deals", Schedule.at(2), limited);
      Ran ran =
          lev.sync(home(), "deals", "--set", "pageSize=100", "--patience", "1s").run().exited(0);
      assertThat(ran.count("deals", "legs")).isEqualTo(2);
      assertThat(ran.count("deals", "throttled")).isEqualTo(1);
      assertThat(ran.count("deals", "apiCalls")).isEqualTo(3);
      assertThat(ran.count("deals", "elapsedMs")).isGreaterThanOrEqualTo(2_000);
      assertThat(ran.count("deals", "records")).isEqualTo(RECORDS);
    }
  }

  @Test
  void a_resource_that_fails_does_not_stop_the_others_and_completes_when_it_can() {
    try (Api lev = lev()) {
      lev.simulator().quirks().add("placements", new LevQuirk.Forbidden("placements:read"));
      Ran failed =
          lev.sync(home(), "deals", "contacts", "companies", "placements", "lenders")
              .run()
              .exited(1);
      assertThat(failed.documents()).hasSize(5);
      assertThat(failed.documents().stream().map(document -> document.path("outcome").asText()))
          .containsOnlyOnce("failed")
          .contains("completed");
      assertThat(failed.text("placements", "reason")).contains("403").contains("scope");

      lev.simulator().quirks().clear("placements");
      Tidemark table =
          Tidemark.of("sync", "lev", "placements", "deals", "--home", home().toString());
      Ran ran =
          table
              .with("--base-url", lev.simulator().baseUri())
              .credential(lev.secret(), lev.secret())
              .in(home())
              .run()
              .exited(0);
      assertThat(ran.out()).containsPattern("placements +completed +120 ");
      assertThat(ran.out()).containsPattern("deals +completed +0 ");
      assertThat(Lake.of(home(), "lev").state("placements"))
          .isEqualTo(new TreeMap<>(lev.truth("placements")));
    }
  }

  private static Api lev() {
    return Api.lev(DatasetPlan.of(21, RECORDS));
  }
}
