package dev.tidemark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.aws.s3.S3Objects;
import dev.tidemark.aws.telemetry.JsonLines;
import dev.tidemark.aws.telemetry.StackLog;
import dev.tidemark.lake.Lake;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.query.DescribedSource;
import dev.tidemark.sync.LocalContext;
import dev.tidemark.sync.event.EventException;
import dev.tidemark.tables.deployed.StackTables;
import dev.tidemark.tables.deployed.TablesHandler;
import dev.tidemark.tables.glue.GlueCatalog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The deployed function, over Glue's API and a bucket that has what is published and the tables.
 */
class TablesHandlerTest {
  private static final String DEALS = "{\"action\":\"tables\",\"resource\":\"deals\"}";
  private static final Duration LONG = Duration.ofMinutes(15);
  private static final Definition DEFINITION =
      DefinitionReader.read(
          "acme.yaml",
          Bucket.definition("") + "  contacts: {path: /contacts, pagination: {kind: none}}\n");

  @TempDir private Path folder;

  private final GlueStandIn glue = new GlueStandIn();
  private final Map<String, MemoryS3.Stored> objects = MemoryS3.bucket();
  private final Calls calls = new Calls();
  private final Bucket bucket = new Bucket(7, new Calls());
  private final List<String> sent = new ArrayList<>();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private Duration tick = Duration.ZERO;
  private Instant now = WatchedGlue.NOW;

  @AfterEach
  void close() {
    glue.close();
  }

  /** Each look at the clock takes a tick. */
  private Instant look() {
    now = now.plus(tick);
    return now;
  }

  private JsonNode invoke(String event, Duration life) throws IOException {
    bucket.objects.forEach(
        (key, bytes) -> objects.put(key, new MemoryS3.Stored(bytes, Map.of(), WatchedGlue.NOW)));
    GlueCatalog catalog = WatchedGlue.open(glue, objects, "sales", calls);
    S3Objects lake =
        new S3Objects(new MemoryS3(objects, calls, () -> WatchedGlue.NOW), WatchedGlue.BUCKET);
    InstantSource clock = this::look;
    JsonLines lines = new JsonLines(new PrintStream(logged, true, StandardCharsets.UTF_8));
    StackTables tables =
        new StackTables(
            DescribedSource.of("acme", DEFINITION),
            new StackTables.Place(
                new Lake(lake), new LakeTables(catalog, WatchedGlue.ROOT), "sales", folder),
            new StackTables.Platform(
                arn -> message -> sent.add(arn + " " + message),
                new StackLog("acme", lines, () -> WatchedGlue.NOW),
                clock));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new TablesHandler(tables)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answer,
            new LocalContext("one", WatchedGlue.NOW.plus(life), () -> WatchedGlue.NOW, 512));
    return new ObjectMapper().readTree(answer.toByteArray());
  }

  private World world() {
    World world =
        new World(
            WatchedGlue.open(glue, objects, "sales", calls),
            calls,
            WatchedGlue.ROOT,
            folder,
            "sales",
            7);
    world.bucket.objects.putAll(bucket.objects);
    return world;
  }

  @Test
  void what_is_published_is_in_the_tables_once_however_often_it_is_asked_for() throws IOException {
    for (int round = 0; round < 4; round++) {
      bucket.draw(1);
      JsonNode answer = invoke(DEALS, LONG);
      assertThat(answer.path("outcome").asText()).isEqualTo("completed");
      world().isTrue("round " + round);
      assertThat(invoke(DEALS, LONG).path("tables")).isEmpty();
    }
    assertThat(sent).isEmpty();
    assertThat(objects.keySet())
        .allMatch(key -> key.startsWith("tables/acme/sales/") || bucket.objects.containsKey(key));
    assertThat(folder).isEmptyDirectory();
    JsonNode line = new ObjectMapper().readTree(logged.toByteArray());
    assertThat(line.path("event").asText()).isEqualTo("table-refreshed");
    assertThat(line.path("table").asText()).isEqualTo("sales.deals");
    assertThat(line.path("runs").asInt()).isPositive();
  }

  @Test
  void the_event_file_takes_every_resource_that_the_definition_has() throws IOException {
    bucket.draw(1);
    bucket.objects.put("manifests/acme/earlier/20260301T120000Z-1.json", new byte[0]);
    String file = Files.readString(Path.of("..", "..", "events", "tables.json"));
    JsonNode answer = invoke(file, LONG);
    assertThat(answer.path("tables")).hasSize(1);
    assertThat(answer.at("/tables/0/table").asText()).isEqualTo("sales.deals");
    world().isTrue("by the event file");
  }

  @Test
  void what_the_time_does_not_suffice_for_is_asked_for_anew() throws IOException {
    bucket.draw(1);
    bucket.draw(2);
    tick = Duration.ofMinutes(1);
    // Two thirds of it are four looks at the clock: the invocation's, two before, one portion's.
    JsonNode answer = invoke(DEALS, Duration.ofSeconds(225));
    assertThat(answer.path("outcome").asText()).isEqualTo("in-flight");
    assertThat(answer.path("left").path(0).asText()).isEqualTo("deals");
    assertThat(answer.path("tables")).hasSize(1);
    assertThat(sent).containsExactly(LocalContext.ARN + " " + DEALS);
    tick = Duration.ZERO;
    assertThat(invoke(DEALS, LONG).path("outcome").asText()).isEqualTo("completed");
    world().isTrue("afterwards");
  }

  @Test
  void an_invocation_that_gets_nowhere_does_not_repeat_itself() throws IOException {
    bucket.draw(1);
    tick = Duration.ofMinutes(10);
    assertThat(invoke(DEALS, Duration.ofMinutes(3)).path("outcome").asText())
        .isEqualTo("in-flight");
    assertThat(sent).isEmpty();
  }

  @Test
  void what_fails_for_one_resource_fails_the_invocation_after_the_others_had_their_turn()
      throws IOException {
    bucket.draw(1);
    bucket.objects.put("manifests/acme/contacts/20260301T120000Z-1.json", new byte[] {'{'});
    assertThatThrownBy(() -> invoke("{\"action\":\"tables\",\"resource\":\"*\"}", LONG))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the tables of contacts failed: s3://lake/manifests/acme/contacts/");
    world().isTrue("beside what failed");
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("\"level\":\"ERROR\",\"event\":\"tables-failed\"");
  }

  @Test
  void a_resource_that_the_definition_does_not_have_is_refused() {
    assertThatThrownBy(() -> invoke(DEALS.replace("deals", "dealz"), LONG))
        .isInstanceOf(EventException.class)
        .hasMessage("resource \"dealz\" is none of acme");
  }

  @Test
  void files_that_no_snapshot_names_go_once_a_day() throws IOException {
    bucket.draw(1);
    String every = "{\"action\":\"tables\",\"resource\":\"*\"}";
    invoke(every, LONG);
    String left = "tables/acme/sales/deals/data/left.parquet";
    Instant then = WatchedGlue.NOW.minus(Duration.ofDays(8));
    objects.put(left, new MemoryS3.Stored(new byte[1], Map.of(), then));
    invoke(every, LONG);
    assertThat(objects).containsKey(left);
    now = Instant.parse("2026-03-02T03:02:00Z");
    invoke(DEALS, LONG);
    assertThat(objects).containsKey(left);
    invoke(every, LONG);
    assertThat(objects).doesNotContainKey(left);
    world().isTrue("tidied");
  }

  @Test
  void a_table_of_others_is_left_alone() throws IOException {
    bucket.draw(1);
    invoke(DEALS, LONG);
    ((ObjectNode) glue.table("sales", "deals").path("Parameters")).put("table_type", "DELTA");
    bucket.draw(1);
    assertThatThrownBy(() -> invoke(DEALS, LONG))
        .hasMessageContaining("sales.deals is no Iceberg table");
  }
}
