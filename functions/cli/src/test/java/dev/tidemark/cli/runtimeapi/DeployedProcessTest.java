package dev.tidemark.cli.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.process.Api;
import dev.tidemark.cli.process.Lake;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The deployed functions, run by Lambda's runtime client, while Lambda does its worst. */
@Isolated("keeps every core busy")
@EnabledOnOs(value = OS.LINUX, disabledReason = Bundle.LINUX)
final class DeployedProcessTest {
  private static final int RECORDS = 400;
  private static final int LANES = 2;
  private static final Duration PER_PAGE = Duration.ofMillis(10);

  @TempDir private Path folder;

  private final Tally tally = new Tally();
  private static final int LEAST = 12;
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  @Tag("deep")
  @Tag("deep-only")
  void whatever_lambda_does_to_the_processes_the_lake_is_the_truth() throws Exception {
    long seed = Long.getLong("tidemark.history", System.nanoTime());
    System.out.println("processes of the deployed functions: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    // Not in /tmp, which may be a file system without the extended attributes that hold metadata.
    Path objects = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "cloud");
    try (Cloud cloud = new Cloud(objects);
        ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < LANES; i++) {
        String name = "lane-" + i;
        SplittableRandom own = random.split();
        running.add(lanes.submit(() -> landAgainAndAgain(cloud, name, own)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    System.out.println("processes of the deployed functions: " + tally);
    assertThat(tally.of(Tally.KILLED)).isGreaterThanOrEqualTo(LEAST);
  }

  private Void landAgainAndAgain(Cloud cloud, String lane, SplittableRandom random)
      throws IOException {
    try {
      for (int i = 0; tally.of(Tally.KILLED) < LEAST && !over.get(); i++) {
        land(cloud, lane + "-" + i, random);
      }
      return null;
    } catch (IOException | RuntimeException | AssertionError e) {
      over.set(true);
      throw e;
    }
  }

  private void land(Cloud cloud, String connection, SplittableRandom random) throws IOException {
    DatasetPlan plan = DatasetPlan.of(random.nextInt(1_000), RECORDS).withNastyShare(0.02);
    boolean ascending = random.nextBoolean();
    String resource = ascending ? "contacts" : "deals";
    try (Api api = ascending ? Api.askElephant(plan) : Api.lev(plan)) {
      api.slow(resource, PER_PAGE);
      Fleet.Account account =
          new Fleet.Account(api.source(), connection, api.secret(), api.simulator().baseUri());
      Events events = new Events();
      Path own = Files.createDirectories(folder.resolve(connection));
      Fleet fleet = new Fleet(cloud, own, account, events);
      Platform.Watched watched =
          new Platform.Watched(cloud.states(), ResourceKey.of(connection, resource));
      Platform.Mood mood = new Platform.Mood(random, tally, LEAST);
      try (Platform platform = new Platform(fleet, events, watched, mood)) {
        platform.run();
      }
      tally.count("runs");
      proves(new Lake(cloud.bucket(), connection), resource, api);
    }
  }

  private static void proves(Lake lake, String resource, Api api) {
    assertThat(lake.state(resource)).isEqualTo(new TreeMap<>(api.truth(resource)));
    assertThat(lake.published(resource))
        .extracting(line -> line.id() + " " + line.record())
        .doesNotHaveDuplicates()
        .hasSize(RECORDS);
  }
}
