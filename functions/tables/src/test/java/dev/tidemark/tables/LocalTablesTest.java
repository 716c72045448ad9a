package dev.tidemark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.lake.Bytes;
import dev.tidemark.files.HomeFolder;
import dev.tidemark.files.SystemDisk;
import dev.tidemark.lake.landing.NewObject;
import dev.tidemark.lake.landing.WriteOnceStore;
import dev.tidemark.tables.local.LocalCatalog;
import dev.tidemark.tables.local.LocalTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a home, as a command refreshes them. */
class LocalTablesTest {
  @TempDir private Path home;

  private void publish(Bucket bucket) {
    WriteOnceStore objects = new HomeFolder(home, "tidemark", new SystemDisk()).objects();
    bucket.objects.forEach((key, content) ->
        objects.create(
            new NewObject(key, Bytes.of(content), "x", "application/octet-stream", Map.of())));
  }

  @Test
  void a_home_has_a_table_for_each_resource_that_published() throws IOException {
    Bucket bucket = new Bucket(4, new Calls());
    String first = bucket.draw(1);
    publish(bucket);
    try (LocalTables tables = LocalTables.open(home, "tidemark", InstantSource.system())) {
      assertThat(tables.folder()).isEqualTo(home.resolve("tables"));
      assertThat(tables.resources("acme")).containsExactly("deals");
      List<Refreshed> refreshed = tables.refresh(Bucket.DEALS, Bucket.RESOURCE);
      assertThat(refreshed).hasSize(1);
      assertThat(refreshed.getFirst().table()).isEqualTo("acme.deals");
      assertThat(refreshed.getFirst().runs()).containsExactly(first);
      assertThat(refreshed.getFirst().entered()).isPositive();
      assertThat(tables.refresh(Bucket.DEALS, Bucket.RESOURCE)).isEmpty();
    }
    try (JdbcCatalog catalog = LocalCatalog.open(home.resolve("tables"))) {
      assertThat(catalog.listTables(TableIdentifier.of("acme", "deals").namespace()))
          .extracting(TableIdentifier::name)
          .containsExactlyInAnyOrder("deals", "deals__deleted");
      World world = new World(catalog, new Calls(), home, "acme", 4);
      world.bucket.objects.putAll(bucket.objects);
      world.isTrue("in a home");
    }
    assertThat(home.resolve("tables/temporary")).isEmptyDirectory();
  }

  @Test
  void commands_that_make_the_catalog_at_once_both_have_it() throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 10; round++) {
        Path fresh = home.resolve("round" + round);
        Callable<Void> open =
            () -> {
              LocalTables.open(fresh, "tidemark", InstantSource.system()).close();
              return null;
            };
        for (Future<Void> opened : both.invokeAll(List.of(open, open))) {
          opened.get();
        }
        assertThat(fresh.resolve("tables/catalog.db")).isNotEmptyFile();
      }
    }
  }

  @Test
  void a_home_that_was_moved_is_told_what_to_do() throws IOException {
    Path moved = home.resolve("moved");
    LocalTables.open(home.resolve("first"), "tidemark", InstantSource.system()).close();
    Files.move(home.resolve("first"), moved);
    assertThatThrownBy(() -> LocalTables.open(moved, "tidemark", InstantSource.system()))
        .hasMessage(
            "the tables in %1$s/moved/tables were made in %1$s/first/tables and name their files by"
                    .formatted(home)
                + " that path; delete the folder %s/moved/tables, and they are made anew"
                    .formatted(home));
  }
}
