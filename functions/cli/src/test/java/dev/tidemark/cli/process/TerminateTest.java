package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.LevErrorShape;
import dev.tidemark.simulators.lev.LevQuirk;
import dev.tidemark.simulators.limit.RetryHint;
import dev.tidemark.simulators.schedule.Schedule;
import dev.tidemark.simulators.server.Delivery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ctrl-C and SIGTERM: the command ends soon, says that it is in flight, and goes on the next time.
 */
final class TerminateTest {
  private static final int RECORDS = 600;
  private static final Duration SOON = Duration.ofSeconds(5);

  @TempDir private Path folder;

  @Test
  void it_ends_soon_wherever_it_is_and_the_same_command_completes_later() {
    Path home = folder.resolve("home");
    try (Api lev = Api.lev(DatasetPlan.of(5, RECORDS)).slow("deals", Duration.ofMillis(60))) {
      Path definition = SmallBatches.of("lev", 3, home);
      Tidemark sync = lev.sync(definition, home).with("deals", "--set", "pageSize=20");

      ends(sync, () -> Lake.of(home, "lev").batches("deals").size() > 1);
      drips(lev, sync);
      waitsInTheLeg(lev, sync);
      waitsBetweenLegs(lev, sync.with("--patience", "1s"));

      Ran last = sync.run().exited(0);
      assertThat(last.text("deals", "outcome")).isEqualTo("completed");
      assertThat(last.count("deals", "legs")).isGreaterThanOrEqualTo(5);
      Lake lake = Lake.of(home, "lev");
      assertThat(lake.published("deals")).hasSize(RECORDS);
      assertThat(lake.state("deals")).isEqualTo(new TreeMap<>(lev.truth("deals")));
      assertThat(lake.manifests("deals")).hasSize(1);
      Strangers.check(lake);
    }
  }

  /** A page that would need minutes. */
  private static void drips(Api lev, Tidemark sync) {
    int before = lev.asked("deals").size();
    Delivery drops = new Delivery.Dripping(10, Duration.ofMillis(500));
    lev.simulator().quirks().add("deals", Schedule.at(3), drops);
    ends(sync, () -> lev.asked("deals").size() >= before + 3);
  }

  private static void waitsInTheLeg(Api lev, Tidemark sync) {
    limit(lev, 15);
    Running running = sync.start();
    assertThat(running.until(() -> running.saidOnStandardError().contains("resuming at"))).isTrue();
    inFlight(running.terminate());
  }

  /** Beyond its patience the leg has ended, and the command itself waits for the time. */
  private static void waitsBetweenLegs(Api lev, Tidemark sync) {
    int before = lev.asked("deals").size();
    limit(lev, 5);
    Running running = sync.start();
    assertThat(running.until(() -> lev.asked("deals").size() > before)).isTrue();
    assertThat(running.runOn(Duration.ofSeconds(1))).isTrue();
    inFlight(running.terminate());
  }

  private static void limit(Api lev, int seconds) {
    LevQuirk limited =
        new LevQuirk.RateLimited(LevErrorShape.JUNE_2026, RetryHint.SECONDS, seconds);
    lev.simulator().quirks().add("deals", Schedule.at(1), limited);
  }

  private static void ends(Tidemark sync, BooleanSupplier when) {
    Running running = sync.start();
    assertThat(running.until(when)).isTrue();
    inFlight(running.terminate());
  }

  private static void inFlight(Ran ran) {
    assertThat(ran.took()).isLessThan(SOON);
    assertThat(ran.exited(3).text("deals", "outcome")).isEqualTo("in-flight");
  }
}
