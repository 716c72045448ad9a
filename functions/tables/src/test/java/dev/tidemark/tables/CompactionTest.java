package dev.tidemark.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.tables.local.LocalCatalog;
import dev.tidemark.tables.row.LiveRows;
import dev.tidemark.testkit.Depth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written anew, and deleted; rows stay what they are. */
class CompactionTest {
  @TempDir private Path folder;

  private static World world(JdbcCatalog catalog, Calls calls, Path folder, String database)
      throws IOException {
    World world = new World(catalog, calls, folder, database, 6);
    for (int run = 0; run < 6; run++) {
      world.bucket.draw(1);
      world.refresh();
    }
    return world;
  }

  private static TableCompaction compaction(World world, int steps) {
    int[] left = {steps};
    return new TableCompaction(world.current(1), Bucket.READING.columns(), () -> left[0]-- <= 0);
  }

  @Test
  void files_with_many_rows_that_are_gone_are_written_anew() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = world(catalog, new Calls(), folder, "db");
      LiveRows before = new LiveRows(world.current(1));
      assertThat(before.gone().count()).isPositive();
      assertThat(compaction(world, 100).run()).isPositive();
      world.isTrue("compacted");
      LiveRows after = new LiveRows(world.current(1));
      after
          .files()
          .forEach(file ->
              assertThat(after.gone().count(file.location()) * 5L)
                  .isLessThanOrEqualTo(file.recordCount()));
      assertThat(compaction(world, 100).run()).isZero();
      world.bucket.draw(1);
      world.bucket.draw(1);
      world.refresh();
      world.isTrue("refreshed after it");
    }
  }

  /** One step at a time, and none where the time is spent. */
  @Test
  void a_budget_ends_it_between_two_steps() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = world(catalog, new Calls(), folder, "db");
      assertThat(compaction(world, 0).run()).isZero();
      assertThat(compaction(world, 1).run()).isPositive();
      world.isTrue("after a step");
    }
  }

  @Test
  void many_small_files_become_one() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = new World(catalog, new Calls(), folder, "db", 1);
      for (int run = 0; run < 52; run++) {
        String id = String.format("20260301T1200%02dZ-0000000001", run);
        String record = "{\"id\":" + run + "}";
        world.bucket.publish(id, Bucket.line(record, id, "1", false));
        world.refresh();
      }
      assertThat(new LiveRows(world.current(1)).files()).hasSize(52);
      assertThat(compaction(world, 100).run()).isEqualTo(52);
      assertThat(new LiveRows(world.current(1)).files()).hasSize(1);
      world.isTrue("one file");
    }
  }

  /** At each call of a compaction another process refreshes the table, or it is killed. */
  @Test
  @Tag("deep")
  void beside_a_refresh_and_killed_rows_are_the_published_state() throws IOException {
    Calls calls = new Calls();
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, calls);
        JdbcCatalog other = WatchedCatalog.open(folder, new Calls())) {
      int tried = 0;
      int number = 1;
      for (boolean reached = true; reached; number++) {
        if (!Depth.tries(number, 5, 2) && number > 1) {
          continue;
        }
        for (boolean killed : new boolean[] {false, true}) {
          World world = world(catalog, calls, folder, "db" + number + killed);
          List<String> happened = new ArrayList<>();
          calls.at(
              number,
              number % 2 == 0,
              call -> {
                happened.add(call);
                if (killed) {
                  throw new Calls.Killed(call);
                }
                refresh(world, other);
              });
          try {
            compaction(world, 100).run();
          } catch (Calls.Killed | RuntimeException e) {
            assertThat(happened).isNotEmpty();
          }
          calls.quiet();
          String when = "killed " + killed + " at " + number + " " + happened;
          world.isTrue(when);
          world.bucket.draw(1);
          world.refresh();
          compaction(world, 100).run();
          world.isTrue(when + ", afterwards");
          reached = !happened.isEmpty();
          tried++;
        }
      }
      System.out.println("compaction: " + tried + " of " + (number - 2) * 2 + " troubles");
      assertThat(number).isGreaterThan(10);
    }
  }

  private static void refresh(World world, JdbcCatalog other) {
    try {
      world.calls.quiet();
      for (int run = 0; run < 4; run++) {
        world.bucket.draw(1);
      }
      world.refresh(other);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_no_snapshot_names_is_deleted_when_it_is_old() throws IOException {
    try (JdbcCatalog catalog = LocalCatalog.open(folder)) {
      World world = world(catalog, new Calls(), folder, "db");
      Table table = world.current(1);
      Path orphan =
          Files.write(Path.of(table.location(), "data", "left-behind.parquet"), new byte[9]);
      InstantSource now = InstantSource.system();
      Set<Path> before = files(table);
      assertThat(new Cleaning(table, now).run()).isZero();
      assertThat(orphan).exists();
      InstantSource later = () -> now.instant().plus(Duration.ofDays(8));
      assertThat(new Cleaning(table, later).run()).isPositive();
      assertThat(orphan).doesNotExist();
      assertThat(files(table)).isNotEqualTo(before);
      world.isTrue("cleaned");
      assertThat(world.refresh()).isEmpty();
      assertThat(RunLedger.of(world.current(1)).runs()).hasSize(6);
    }
  }

  private static Set<Path> files(Table table) throws IOException {
    try (var found = Files.walk(Path.of(table.location()))) {
      return new HashSet<>(found.filter(Files::isRegularFile).toList());
    }
  }
}
