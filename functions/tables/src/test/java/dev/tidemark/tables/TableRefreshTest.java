package dev.tidemark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.ExactState;
import dev.tidemark.lake.Lake;
import dev.tidemark.tables.local.LocalCatalog;
import dev.tidemark.tables.row.LiveRows;
import dev.tidemark.testkit.Depth;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.jdbc.UncheckedSQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables are the published state, whatever was published and in whichever order. */
class TableRefreshTest {
  @TempDir private Path folder;

  @Test
  @Tag("deep")
  void rows_are_the_published_state_after_random_histories() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      int rows = 0;
      for (long seed : Depth.drawn(15, 200).toArray()) {
        World world = new World(catalog, new Calls(), folder, "db" + seed, seed);
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
          for (int run = 0; run <= random.nextInt(3); run++) {
            world.bucket.draw(1 + random.nextInt(8) / 7);
          }
          world.refresh();
          world.isTrue("seed " + seed + ", round " + round);
        }
        rows += world.rows(1).size();
      }
      System.out.println("rows at the ends of random histories: " + rows);
      assertThat(rows).isGreaterThan(150);
    }
  }

  @Test
  void runs_are_taken_in_one_commit_and_once() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = new World(catalog, new Calls(), folder, "db", 5);
      List<String> runs = List.of(world.bucket.draw(1), world.bucket.draw(1), world.bucket.draw(1));
      List<Refreshed> refreshed = world.refresh();
      assertThat(refreshed).hasSize(1);
      assertThat(refreshed.getFirst().runs()).containsExactlyInAnyOrderElementsOf(runs);
      assertThat(world.current(1).snapshots()).hasSize(1);
      assertThat(world.refresh()).isEmpty();
      assertThat(world.current(1).snapshots()).hasSize(1);
      world.isTrue("after the second");
    }
  }

  private static final String FIRST = "20260301T120000Z-0000000001";
  private static final String SECOND = "20260301T120000Z-0000000002";
  private static final String THIRD = "20260301T120000Z-0000000003";

  @Test
  void an_older_line_that_comes_late_revives_nothing() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = new World(catalog, new Calls(), folder, "db", 0);
      world.bucket.publish(FIRST, Bucket.line("{\"id\":1}", FIRST, "5", false));
      world.refresh();
      world.bucket.publish(SECOND, Bucket.line("{\"id\":1}", SECOND, "6", true));
      world.refresh();
      assertThat(world.rows(1)).isEmpty();
      world.bucket.publish(THIRD, Bucket.line("{\"id\":1,\"late\":1}", THIRD, "4", false));
      world.refresh();
      assertThat(world.rows(1)).isEmpty();
      String last = "20260301T120000Z-0000000004";
      world.bucket.publish(last, Bucket.line("{\"id\":1,\"back\":1}", last, "7", false));
      world.refresh();
      world.isTrue("restored");
      assertThat(world.rows(1)).hasSize(1);
    }
  }

  /** Snapshots expire, and files are lost: what was taken is taken again, and changes no row. */
  @Test
  void runs_that_are_taken_again_change_nothing() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      for (int seed = 0; seed < 5; seed++) {
        World world = new World(catalog, new Calls(), folder, "db" + seed, seed);
        for (int run = 0; run < 4; run++) {
          world.bucket.draw(1);
          world.refresh();
        }
        Table table = world.current(1);
        table.io().deleteFile(String.valueOf(RunLedger.of(table).path()));
        world.refresh();
        world.isTrue("without a ledger");
        table = world.current(1);
        table.expireSnapshots().retainLast(1).expireOlderThan(Long.MAX_VALUE).commit();
        world.bucket.draw(1);
        world.refresh();
        world.isTrue("with one snapshot");
      }
    }
  }

  /** Lines of which the identities do not fit are decided in parts. */
  @Test
  void parts_decide_as_the_whole_does() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = new World(catalog, new Calls(), folder, "db", 3);
      world.bucket.draw(1);
      world.bucket.draw(1);
      world.refresh();
      world.bucket.draw(1);
      world.bucket.draw(1);
      Lake lake = new Lake(world.bucket);
      ExactState state = ExactState.of(lake, lake.runs(Bucket.DEALS), Bucket.READING, folder);
      Later later = new Later(lake, Bucket.DEALS, Bucket.READING);
      LiveRows rows = new LiveRows(world.current(1));
      LiveRows gone = new LiveRows(catalog.loadTable(world.name(1).deleted()));
      List<String> whole = shown(Verdicts.of(state, Bucket.READING, later, rows, gone, 1_000_000));
      assertThat(whole).hasSizeGreaterThan(5);
      for (int fits : new int[] {1, 3, 10}) {
        assertThat(shown(Verdicts.of(state, Bucket.READING, later, rows, gone, fits)))
            .isEqualTo(whole);
      }
    }
  }

  private static List<String> shown(Verdicts verdicts) throws IOException {
    List<String> shown = new ArrayList<>();
    verdicts.records(line -> shown.add("+" + new String(line, StandardCharsets.UTF_8)));
    verdicts.deletes(line -> shown.add("-" + new String(line, StandardCharsets.UTF_8)));
    shown.add("ended " + verdicts.ended().count());
    return shown;
  }

  @Test
  void a_table_of_another_is_left_alone() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = new World(catalog, new Calls(), folder, "db", 0);
      world.bucket.draw(1);
      world.refresh();
      LakeTables tables = new LakeTables(catalog, folder.toString());
      TableName other = new TableName(ResourceKey.of("acme2", "deals"), "db", 1);
      assertThatThrownBy(() -> tables.current(other, List.of()))
          .hasMessageContainingAll(
              "is that of acme/deals/v1",
              "acme2/deals/v1 cannot have it",
              "name another database, or rename the resource");
      world.isTrue("left alone");
    }
  }

  @Test
  void names_are_those_that_engines_take_without_quotes() {
    TableName name = new TableName(ResourceKey.of("acme", "custom.Box-2"), "db", 3);
    assertThat(name.current()).hasToString("db.custom_box_2_v3");
    assertThat(name.deleted()).hasToString("db.custom_box_2_v3__deleted");
  }

  @Test
  void a_database_that_another_writer_makes_meanwhile_is_taken() throws IOException {
    try (LateCatalog late = new LateCatalog();
        JdbcCatalog faster = LocalCatalog.open(folder)) {
      LocalCatalog.prepare(late, folder);
      faster.createNamespace(Namespace.of("db"));
      World world = new World(late, new Calls(), folder, "db", 0);
      world.bucket.draw(1);
      late.blindFor = 2;
      assertThat(world.refresh()).hasSize(1);
      assertThat(late.blindFor).as("the catalog looked, and found none").isZero();
      world.isTrue("after the race");
    }
  }

  @Test
  void a_database_that_cannot_be_made_fails() throws IOException {
    try (LateCatalog refusing = new LateCatalog()) {
      LocalCatalog.prepare(refusing, folder);
      refusing.refusal = new UncheckedSQLException("no room");
      World world = new World(refusing, new Calls(), folder, "db", 0);
      world.bucket.draw(1);
      assertThatThrownBy(world::refresh).hasMessage("no room");
    }
  }

  /** A catalog that does not see for a while what another made. */
  private static final class LateCatalog extends JdbcCatalog {
    private int blindFor;
    private @Nullable RuntimeException refusal;

    LateCatalog() {
      super(_ -> LocalCatalog.files(), null, true);
    }

    @Override
    public boolean namespaceExists(Namespace namespace) {
      if (blindFor > 0) {
        blindFor--;
        return false;
      }
      return super.namespaceExists(namespace);
    }

    @Override
    public void createNamespace(Namespace namespace, Map<String, String> metadata) {
      if (refusal != null) {
        throw refusal;
      }
      super.createNamespace(namespace, metadata);
    }
  }

  @Test
  void writers_that_meet_take_each_run_once() throws Exception {
    try (JdbcCatalog one = WatchedCatalog.open(folder, new Calls());
        JdbcCatalog other = WatchedCatalog.open(folder, new Calls());
        ExecutorService both = Executors.newFixedThreadPool(2)) {
      World world = new World(one, new Calls(), folder, "db", 8);
      for (int round = 0; round < 5; round++) {
        world.bucket.draw(1);
        world.bucket.draw(1);
        List<Future<List<Refreshed>>> refreshing =
            both.invokeAll(List.of(() -> world.refresh(one), () -> world.refresh(other)));
        List<String> taken = new ArrayList<>();
        for (Future<List<Refreshed>> each : refreshing) {
          each.get().forEach(refreshed -> taken.addAll(refreshed.runs()));
        }
        assertThat(taken).doesNotHaveDuplicates();
        world.isTrue("round " + round);
      }
    }
  }
}
