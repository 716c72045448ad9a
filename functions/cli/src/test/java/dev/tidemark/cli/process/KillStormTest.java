package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.DatasetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Commands that are killed with -9 at any moment, over one home until the run is complete, and over
 * home after home until there were enough of them.
 */
@Isolated("keeps every core busy")
final class KillStormTest {
  private static final int RECORDS = 400;
  private static final int PAGE = 20;
  private static final int PAGES_PER_BATCH = 3;
  private static final int AT_ONCE = 2;
  private static final Duration PER_PAGE = Duration.ofMillis(20);

  /** What a kill may cost: the pages of a batch, one read ahead and one under way. */
  private static final int REPEATED = PAGES_PER_BATCH + 2;

  /** A query that ends an ascending walk, and the page that shows that there are no more. */
  private static final int CLOSING = 3;

  @TempDir private Path folder;

  private final AtomicInteger kills = new AtomicInteger();
  private final AtomicInteger homes = new AtomicInteger();
  private static final int LEAST = 20;

  @Test
  @Tag("deep")
  @Tag("deep-only")
  void a_home_whose_commands_are_killed_all_the_time_completes_and_repeats_little()
      throws ExecutionException, InterruptedException {
    long seed = Long.getLong("tidemark.history", System.nanoTime());
    System.out.println("kills of a home: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    try (ExecutorService beside = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        SplittableRandom own = random.split();
        running.add(beside.submit(() -> homeAfterHome(own)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    System.out.println("kills of a home: " + kills + " kills of " + homes + " homes");
    assertThat(kills).hasValueGreaterThanOrEqualTo(LEAST);
  }

  private Void homeAfterHome(SplittableRandom random) throws IOException {
    while (kills.get() < LEAST) {
      Path own = Files.createDirectory(folder.resolve("storm-" + homes.incrementAndGet()));
      try (Api api = random.nextBoolean() ? Api.lev(plan(random)) : Api.askElephant(plan(random))) {
        land(new Walk(api, "contacts", own.resolve("home")), random);
      }
    }
    return null;
  }

  private static DatasetPlan plan(SplittableRandom random) {
    return DatasetPlan.of(random.nextInt(1_000), RECORDS).withNastyShare(0.02).withBurst(7);
  }

  private void land(Walk walk, SplittableRandom random) {
    walk.api().slow(walk.resource(), PER_PAGE);
    Path definition = SmallBatches.of(walk.api().source(), PAGES_PER_BATCH, walk.home());
    Tidemark sync =
        walk.api()
            .sync(definition, walk.home())
            .with(walk.resource(), "--set", "pageSize=" + PAGE, "--set", "rate=off");
    int killed = 0;
    while (walk.manifests() == 0) {
      Running running = sync.start();
      if (moment(random).await(running, walk)) {
        running.kill();
        killed++;
      } else {
        running.end().exited(0);
      }
    }
    assertThat(walk.asked())
        .as("requests after %d kills", killed)
        .isBetween(RECORDS / PAGE, RECORDS / PAGE + CLOSING + killed * REPEATED);
    sync.run().exited(0);
    kills.addAndGet(killed);
    proves(walk);
  }

  /** Most deaths are while pages are walked; some are of a process that has hardly begun. */
  private static Moment moment(SplittableRandom random) {
    return random.nextInt(4) == 0
        ? Moment.age(Duration.ofMillis(random.nextInt(2_000)))
        : Moment.walking(Duration.ofMillis(random.nextInt(500)));
  }

  private static void proves(Walk walk) {
    Lake lake = walk.lake();
    assertThat(lake.state(walk.resource()))
        .isEqualTo(new TreeMap<>(walk.api().truth(walk.resource())));
    assertThat(lake.published(walk.resource()))
        .extracting(line -> line.id() + " " + line.record())
        .doesNotHaveDuplicates()
        .hasSize(RECORDS);
    Strangers.check(lake);
  }
}
