package dev.tidemark.tables;

import static dev.tidemark.tables.GlueStandIn.Trouble.BROKEN;
import static dev.tidemark.tables.GlueStandIn.Trouble.NONE;
import static dev.tidemark.tables.GlueStandIn.Trouble.THROTTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.tables.GlueStandIn.Trouble;
import dev.tidemark.tables.row.TableColumns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.NoSuchIcebergTableException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One commit of many is taken, and a commit that was taken is known for one. */
class GlueCatalogTest {
  private static final TableIdentifier DEALS = TableIdentifier.of("db", "deals");

  private final GlueStandIn glue = new GlueStandIn();
  private final Map<String, MemoryS3.Stored> objects = MemoryS3.bucket();
  private final Catalog catalog = WatchedGlue.open(glue, objects, "db", new Calls());

  @TempDir private Path folder;

  @AfterEach
  void close() {
    glue.close();
  }

  private Table made() {
    return catalog
        .buildTable(DEALS, TableColumns.OF_ALL)
        .withPartitionSpec(PartitionSpec.unpartitioned())
        .withLocation(WatchedGlue.ROOT + "/db/deals")
        .create();
  }

  private static void say(Table table, String what) {
    table.updateProperties().set("said", what).commit();
  }

  private @Nullable String said() {
    return catalog.loadTable(DEALS).properties().get("said");
  }

  private ObjectNode entry() {
    return glue.table("db", "deals");
  }

  @Test
  void engines_know_the_table_for_one_of_iceberg_s() {
    Table table = made();
    say(table, "this");
    JsonNode parameters = entry().path("Parameters");
    assertThat(entry().path("TableType").asText()).isEqualTo("EXTERNAL_TABLE");
    assertThat(parameters.path("table_type").asText()).isEqualTo("ICEBERG");
    assertThat(parameters.path("metadata_location").asText())
        .isEqualTo(((BaseTable) table).operations().current().metadataFileLocation())
        .startsWith("s3://lake/tables/acme/db/deals/metadata/00001-");
    assertThat(parameters.path("previous_metadata_location").asText()).contains("/00000-");
    JsonNode storage = entry().path("StorageDescriptor");
    assertThat(storage.path("Location").asText()).isEqualTo("s3://lake/tables/acme/db/deals");
    assertThat(storage.path("Columns"))
        .extracting(one -> one.path("Name").asText() + " " + one.path("Type").asText())
        .containsExactly(
            "id string",
            "id_form string",
            "version string",
            "generation int",
            "fetched_at timestamp",
            "run string",
            "batch bigint",
            "parent string",
            "record string");
    assertThat(storage.at("/Columns/0/Parameters/iceberg.field.id").asText()).isEqualTo("1");
  }

  @Test
  void declared_columns_are_shown_with_their_types() throws IOException {
    World world = new World(catalog, new Calls(), WatchedGlue.ROOT, folder, "db", 3);
    world.bucket.draw(1);
    world.refresh(
        catalog,
        new dev.tidemark.rest.record.LineRecall(
            Bucket.declaring(
                "n: string, a: 'decimal(20,2)', d: double, b: boolean, t: timestamp")));
    assertThat(entry().at("/StorageDescriptor/Columns"))
        .extracting(one -> one.path("Name").asText() + " " + one.path("Type").asText())
        .contains("n string", "a decimal(20,2)", "d double", "b boolean", "t timestamp");
  }

  @Test
  void what_others_said_of_the_table_stays() {
    Table table = made();
    entry().put("Description", "of sales").put("Owner", "us");
    ((ObjectNode) entry().path("Parameters")).put("classification", "secret");
    say(table, "this");
    assertThat(entry().path("Description").asText()).isEqualTo("of sales");
    assertThat(entry().path("Owner").asText()).isEqualTo("us");
    assertThat(entry().at("/Parameters/classification").asText()).isEqualTo("secret");
  }

  @Test
  void of_two_commits_made_from_one_table_one_is_refused() {
    Table table = made();
    TableOperations operations = ((BaseTable) catalog.loadTable(DEALS)).operations();
    var mine = operations.current();
    say(table, "other");
    assertThatThrownBy(
            () -> operations.commit(mine, mine.replaceProperties(Map.of("said", "mine"))))
        .isInstanceOf(CommitFailedException.class)
        .hasMessage("db.deals was changed meanwhile");
    assertThat(said()).isEqualTo("other");
  }

  @Test
  void a_change_of_the_entry_alone_is_a_conflict_too_and_the_commit_is_made_anew() {
    Table table = made();
    entry().put("VersionId", "77");
    say(table, "this");
    assertThat(said()).isEqualTo("this");
    assertThat(entry().path("VersionId").asText()).isEqualTo("78");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST", "FAILED"})
  void a_commit_whose_answer_is_lost_was_taken(Trouble trouble) {
    Table table = made();
    glue.with(NONE, trouble);
    say(table, "this");
    assertThat(said()).isEqualTo("this");
    assertThat(entry().path("VersionId").asText()).isEqualTo("1");
  }

  @ParameterizedTest
  @EnumSource(names = {"LOST", "FAILED"})
  void a_table_whose_answer_is_lost_was_made(Trouble trouble) {
    glue.with(NONE, trouble);
    made();
    assertThat(catalog.tableExists(DEALS)).isTrue();
  }

  @Test
  void a_commit_that_never_arrived_may_be_under_way_and_its_files_stay() {
    Table table = made();
    TableOperations operations = ((BaseTable) table).operations();
    var base = operations.current();
    // The JDK sends a request once more over another connection.
    glue.with(BROKEN, BROKEN);
    assertThatThrownBy(
            () -> operations.commit(base, base.replaceProperties(Map.of("said", "mine"))))
        .isInstanceOf(CommitStateUnknownException.class);
    assertThat(objects.keySet()).filteredOn(key -> key.contains("/00001-")).hasSize(1);
    say(catalog.loadTable(DEALS), "this");
    assertThat(said()).isEqualTo("this");
  }

  @Test
  void a_table_that_was_never_made_may_be_under_way() {
    glue.with(NONE, BROKEN, BROKEN);
    assertThatThrownBy(this::made).isInstanceOf(CommitStateUnknownException.class);
    made();
    assertThat(catalog.tableExists(DEALS)).isTrue();
  }

  @Test
  void a_table_that_another_makes_is_there_already() {
    Catalog other = WatchedGlue.open(glue, objects, "db", new Calls());
    made();
    assertThatThrownBy(() ->
            other
                .buildTable(DEALS, TableColumns.OF_ALL)
                .withLocation(WatchedGlue.ROOT + "/db/deals")
                .create())
        .isInstanceOf(AlreadyExistsException.class);
  }

  @Test
  void what_is_too_much_for_the_catalog_is_tried_again() {
    glue.with(THROTTLED, THROTTLED);
    Table table = made();
    glue.with(NONE, THROTTLED, THROTTLED, THROTTLED);
    say(table, "this");
    assertThat(said()).isEqualTo("this");
  }

  @Test
  void a_table_that_is_none_of_iceberg_s_is_left_alone() {
    made();
    ((ObjectNode) entry().path("Parameters")).remove("table_type");
    assertThatThrownBy(() -> catalog.loadTable(DEALS))
        .isInstanceOf(NoSuchIcebergTableException.class)
        .hasMessage("db.deals is no Iceberg table");
  }
}
