package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API that asks for an hour: whoever looks is told, and nothing is asked of it meanwhile. */
final class LongWaitTest {
  private static final String TOLD =
      "tidemark: deals: rate limited \\(429\\); resuming at \\S+Z \\(in (59|60) min\\)";

  @TempDir private Path folder;

  @Test
  void is_told_at_once_by_each_command_with_what_to_do() {
    Path home = folder.resolve("home");
    try (Api lev = Api.lev(DatasetPlan.of(5, 60))) {
      lev.simulator()
          .quirks()
          .add(
              "deals",
              Schedule.at(3),
              new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.SECONDS, 3600));
      Tidemark sync = lev.sync(home, "deals", "--set", "pageSize=10");
      Ran first = sync.with("--max-legs", 1).run().exited(3);
      assertThat(first.err()).containsPattern(TOLD);
      assertThat(first.text("deals", "outcome")).isEqualTo("in-flight");
      assertThat(first.text("deals", "reason")).isEqualTo("rate limited (429)");

      Running second = sync.start();
      assertThat(second.until(() -> second.saidOnStandardError().contains("resuming at"))).isTrue();
      Ran ended = second.terminate().exited(3);
      assertThat(ended.err().lines().toList()).singleElement().asString().matches(TOLD);
      assertThat(lev.asked("deals")).hasSize(3);

      String next = "resume it then: tidemark sync lev deals --home " + home;
      Ran status = Tidemark.of("status").with("--home", home).run().exited(1);
      assertThat(status.out())
          .containsPattern("rate limited \\(429\\) until \\S+Z \\(in (59|60) min\\)")
          .contains(next);
      Ran document = Tidemark.of("status", "--json").with("--home", home).run().exited(1);
      assertThat(document.text("deals", "advice")).endsWith(next);
    }
  }

  @Test
  void is_no_reason_to_forget_how_what_was_asked_for_is_resumed() {
    Path home = folder.resolve("home");
    try (Api lev = Api.lev(DatasetPlan.of(5, 60))) {
      Tidemark land = lev.sync(home, "contacts", "--set", "pageSize=10");
      leave(lev, land.with("--max-records", 30));
      advises(home, "tidemark sync lev contacts --max-records 30 --home " + home);
      leave(lev, land);
      advises(home, "tidemark sync lev contacts --home " + home);
      land.run().exited(0);
      leave(lev, land.with("--mode", "reconcile"));
      advises(home, "tidemark sync lev contacts --mode reconcile --home " + home);
      Tidemark range =
          lev.command("backfill", "lev", "contacts", "--home", home, "--set", "pageSize=10")
              .with("--from", "2026-01-01", "--until", "2030-01-01", "--json");
      leave(lev, range);
      advises(
          home,
          "tidemark backfill lev contacts --from 2026-01-01T00:00:00Z --until 2030-01-01T00:00:00Z"
              + " --home "
              + home);
    }
  }

  /** One leg that an answer in its middle ends. */
  private static void leave(Api lev, Tidemark command) {
    lev.simulator()
        .quirks()
        .add(
            "contacts",
            Schedule.at(2),
            new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.SECONDS, 2));
    command.with("--max-legs", 1, "--patience", "1s").run().exited(3);
  }

  private static void advises(Path home, String advice) {
    Ran status = Tidemark.of("status", "--json").with("--home", home).run().exited(1);
    assertThat(status.out()).contains("resume it then: " + advice + "\"");
  }
}
