package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.dataset.Row;
import dev.tidemark.testkit.Depth;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A command that is killed with -9 again and again, whenever it hurts, and started again each time;
 * deeper also at moments that are drawn.
 */
@Execution(ExecutionMode.CONCURRENT)
@Tag("deep")
final class KillTest {
  private static final int RECORDS = 1_200;
  private static final Duration PER_PAGE = Duration.ofMillis(25);

  @TempDir private Path folder;

  @Test
  void a_walk_by_id_goes_on_where_its_last_batch_ended() {
    try (Api lev = Api.lev(plan())) {
      survives(new Walk(lev, "deals", folder.resolve("home")));
    }
  }

  @Test
  void an_ascending_walk_goes_on_where_its_last_batch_ended() {
    try (Api ask = Api.askElephant(plan())) {
      survives(new Walk(ask, "contacts", folder.resolve("home")));
    }
  }

  private static DatasetPlan plan() {
    return DatasetPlan.of(11, RECORDS).withNastyShare(0.02).withBurst(7);
  }

  private static void survives(Walk walk) {
    long seed = System.nanoTime();
    System.out.println("kills of " + walk.api().source() + ": seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    walk.api().slow(walk.resource(), PER_PAGE);
    Path definition = SmallBatches.of(walk.api().source(), 4, walk.home());
    Tidemark sync =
        walk.api().sync(definition, walk.home()).with(walk.resource(), "--set", "pageSize=20");
    List<Moment> moments =
        Depth.ofThisRun() == Depth.QUICK
            ? List.of(Moment.batch(), Moment.stateWrite(), Moment.manifest())
            : List.of(
                Moment.batch(),
                Moment.walking(Duration.ofMillis(random.nextInt(800))),
                Moment.stateWrite(),
                Moment.age(Duration.ofMillis(random.nextInt(2_000))),
                Moment.manifest());
    int killed = 0;
    for (Moment moment : moments) {
      killed += kill(walk, sync, moment) ? 1 : 0;
    }
    assertThat(killed).as("kills; seed %d", seed).isGreaterThanOrEqualTo(moments.size() - 1);
    goesOn(walk, sync);
    proves(walk);
  }

  /** Kills one command; false if it ended first. */
  private static boolean kill(Walk walk, Tidemark sync, Moment moment) {
    Row durable = walk.durable();
    int mark = walk.asked();
    Running running = sync.start();
    boolean came = moment.await(running, walk);
    if (came) {
      running.kill();
    } else {
      running.end().exited(0);
    }
    check(walk, durable, mark);
    return came;
  }

  private static void goesOn(Walk walk, Tidemark sync) {
    Row durable = walk.durable();
    int mark = walk.asked();
    sync.run().exited(0);
    check(walk, durable, mark);
  }

  private static void check(Walk walk, @Nullable Row durable, int mark) {
    if (durable != null) {
      walk.asksOnlyBehind(durable, mark);
    }
  }

  private static void proves(Walk walk) {
    Lake lake = walk.lake();
    assertThat(lake.state(walk.resource()))
        .isEqualTo(new TreeMap<>(walk.api().truth(walk.resource())));
    assertThat(lake.published(walk.resource()))
        .extracting(line -> line.id() + " " + line.record())
        .doesNotHaveDuplicates()
        .hasSize(RECORDS);
    assertThat(lake.published(walk.resource()).stream().map(Line::key).distinct())
        .as("batches that are listed")
        .containsExactlyInAnyOrderElementsOf(lake.batches(walk.resource()));
    Strangers.check(lake);
  }
}
