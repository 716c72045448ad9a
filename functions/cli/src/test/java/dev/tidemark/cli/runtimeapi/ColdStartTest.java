package dev.tidemark.cli.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.process.Api;
import dev.tidemark.cli.process.Lake;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.schedule.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The deployed function from nothing to its first request, and to its end. */
@Isolated("measures a time")
@EnabledOnOs(value = OS.LINUX, disabledReason = Bundle.LINUX)
final class ColdStartTest {
  @TempDir private Path folder;

  @Test
  void a_process_of_the_bundle_runs_a_resource_under_lambda_s_runtime_client() throws Exception {
    Path objects = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "cloud");
    AtomicLong first = new AtomicLong();
    try (Cloud cloud = new Cloud(objects);
        Api lev = Api.lev(DatasetPlan.of(3, 100))) {
      lev.simulator()
          .hooks()
          .beforeAnswer("deals", Schedule.at(1), () -> first.set(System.nanoTime()));
      Fleet.Account account =
          new Fleet.Account("lev", "cold", lev.secret(), lev.simulator().baseUri());
      long before = System.nanoTime();
      try (Fleet fleet = new Fleet(cloud, folder, account, new Events());
          Sandbox sandbox = fleet.sync()) {
        String event = "{\"action\":\"sync\",\"resource\":\"deals\"}";
        Invocation invocation = new Invocation("request", Fleet.ARN, event, Duration.ofSeconds(60));
        Ending ending = sandbox.await(sandbox.begin(invocation, true));
        System.out.printf(
            "cold start under Lambda's runtime client: %d ms to the first request of the API,"
                + " %d ms of CPU to the end%n",
            (first.get() - before) / 1_000_000, sandbox.cpu().toMillis());
        assertThat(ending).isInstanceOf(Ending.Answered.class);
        assertThat(((Ending.Answered) ending).answer().path("outcome").asText())
            .isEqualTo("completed");
      }
      assertThat(new Lake(cloud.bucket(), "cold").state("deals"))
          .isEqualTo(new TreeMap<>(lev.truth("deals")));
    }
  }
}
