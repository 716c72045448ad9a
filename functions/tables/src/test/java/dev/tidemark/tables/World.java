package dev.tidemark.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.lake.PublishedState;
import dev.tidemark.rest.record.JsonValue;
import dev.tidemark.rest.record.LineRecall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/** A lake that grows, and its tables in one database of a catalog. */
final class World {
  final Calls calls;
  final Bucket bucket;
  private final Catalog catalog;
  private final String root;
  private final String database;
  private final Path temporary;

  World(Catalog catalog, Calls calls, Path folder, String database, long seed) {
    this(catalog, calls, folder.toString(), folder, database, seed);
  }

  /**
   * The same with files elsewhere.
   *
   * @param root where the tables' files lie
   */
  World(Catalog catalog, Calls calls, String root, Path temporary, String database, long seed) {
    this.catalog = catalog;
    this.calls = calls;
    this.bucket = new Bucket(seed, calls);
    this.root = root;
    this.database = database;
    this.temporary = temporary;
  }

  List<Refreshed> refresh() throws IOException {
    return refresh(catalog);
  }

  /** A refresh by another process, with a view of the catalog of its own. */
  List<Refreshed> refresh(Catalog view) throws IOException {
    return refresh(view, Bucket.READING);
  }

  List<Refreshed> refresh(Catalog view, LineRecall reading) throws IOException {
    return new TableRefresh(
            new LakeTables(view, root),
            new Lake(bucket),
            new TableRefresh.Subject(Bucket.DEALS, database, 2, reading),
            temporary)
        .run();
  }

  Table current(int schema) {
    return catalog.loadTable(name(schema).current());
  }

  TableName name(int schema) {
    return new TableName(ResourceKey.of("acme", "deals"), database, schema);
  }

  /** What the lake says is there, in the columns of {@link ReadBack}. */
  List<String> truth(int schema, boolean deleted) {
    Lake lake = new Lake(bucket);
    PublishedState state = new PublishedState(Bucket.READING);
    for (PublishedRun run : lake.runs(Bucket.DEALS)) {
      if (run.schemaVersion() == schema) {
        lake.lines(run, line -> state.take(line, run));
      }
    }
    return state.newest().values().stream()
        .filter(line -> line.deleted() == deleted)
        .map(World::shown)
        .toList();
  }

  private static String shown(LandedLine line) {
    return String.join(
        "|",
        Bucket.READING.shown(line),
        line.version() == null ? "-" : text(line.version()),
        Integer.toString(line.generation()),
        line.fetchedAt().toString(),
        line.run(),
        Long.toString(line.batch()),
        line.parent() == null ? "-" : text(line.parent()),
        line.record());
  }

  private static String text(@Nullable String json) {
    return JsonValue.text(String.valueOf(json));
  }

  List<String> rows(int schema) throws IOException {
    TableName name = name(schema);
    return catalog.tableExists(name.current())
        ? ReadBack.rows(catalog.loadTable(name.current()))
        : List.of();
  }

  /** The table is the published state, and of what is gone the last word is known. */
  void isTrue(String when) throws IOException {
    for (int schema = 1; schema <= 2; schema++) {
      assertThat(rows(schema))
          .as("%s, schema %d", when, schema)
          .containsExactlyInAnyOrderElementsOf(truth(schema, false));
      if (catalog.tableExists(name(schema).deleted())) {
        assertThat(ReadBack.rows(catalog.loadTable(name(schema).deleted())))
            .as("%s, schema %d, deleted", when, schema)
            .containsAll(truth(schema, true));
      }
    }
  }
}
