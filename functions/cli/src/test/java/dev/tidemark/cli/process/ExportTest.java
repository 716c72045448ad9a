package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.tidemark.simulators.dataset.Collection;
import dev.tidemark.simulators.dataset.DatasetPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published state, written out: what the API holds, and as of a run what it held then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExportTest {
  private static final Pattern FIELD =
      Pattern.compile("(?:\"((?:[^\"]|\"\")*+)\"|([^,\"\r\n]*+))(,|\r\n)");

  private Path folder = Path.of("");
  private final Api lev = Api.lev(DatasetPlan.of(72, 60).withNastyShare(0.2));
  private Map<String, String> before = Map.of();
  private String first = "";

  @BeforeAll
  void landed_twice_with_edits_additions_and_deletes_between(@TempDir Path made) {
    folder = made;
    first = lev.sync(home(), "deals", "deal_notes").run().exited(0).text("deals", "run");
    before = new TreeMap<>(lev.truth("deals"));
    Collection deals = lev.collection("deals");
    List<String> ids = deals.ids();
    deals.rewrite(ids.get(3));
    deals.delete(ids.get(5));
    deals.delete(ids.get(6));
    lev.sync(home(), "deals", "--mode", "reconcile").run().exited(0);
  }

  @AfterAll
  void stop() {
    lev.close();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private Tidemark export(Object... words) {
    return Tidemark.of("export", "lev").with("--home", home()).with(words);
  }

  private List<String> lines(Object... words) throws IOException {
    Path file = folder.resolve("out" + words.length);
    export(words).with("--out", file, "--force").run().exited(0);
    return Files.readAllLines(file);
  }

  @Test
  void plain_lines_are_the_records_of_the_api_byte_for_byte() throws IOException {
    assertThat(lines("deals", "--plain"))
        .containsExactlyInAnyOrderElementsOf(lev.truth("deals").values());
  }

  @Test
  void lines_are_those_of_the_lake_that_count() {
    Ran ran = export("deals").start().end().exited(0);
    List<Line> exported = ran.out().lines().map(line -> Line.of("stdout", line)).toList();
    Map<String, String> records = new TreeMap<>();
    exported.forEach(line -> records.put(line.id(), line.record()));
    assertThat(records).isEqualTo(Lake.of(home(), "lev").state("deals")).hasSize(exported.size());
    assertThat(ran.sentence())
        .contains("lev deals: " + records.size() + " records; 2 deleted left out;")
        .contains("2 runs read, the newest ");
  }

  @Test
  void as_of_a_run_is_what_was_published_when_it_completed() throws IOException {
    assertThat(lines("deals", "--plain", "--as-of", first))
        .containsExactlyInAnyOrderElementsOf(before.values());
  }

  @Test
  void csv_has_the_record_as_the_text_that_it_is() throws IOException {
    Path file = folder.resolve("deals.csv");
    export("deals", "--format", "csv", "--out", file).run().exited(0);
    List<List<String>> rows = rows(Files.readString(file));
    assertThat(rows.getFirst())
        .startsWith("id", "version", "generation", "fetched_at", "run", "parent", "record")
        .contains("title", "loan_amount", "archived", "updated_at");
    Map<String, String> records = new TreeMap<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      records.put(row.get(0), row.get(6));
      assertThat(row.get(3)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
      assertThat(row.get(5)).isEmpty();
    }
    assertThat(records).isEqualTo(new TreeMap<>(lev.truth("deals"))).hasSize(rows.size() - 1);
  }

  @Test
  void a_child_is_known_by_its_parent_and_its_own_id() throws IOException {
    Path file = folder.resolve("notes.csv");
    export("deal_notes", "--format", "csv", "--out", file).run().exited(0);
    List<List<String>> rows = rows(Files.readString(file));
    assertThat(rows).hasSizeGreaterThan(1);
    for (List<String> row : rows.subList(1, rows.size())) {
      assertThat(row.get(0)).startsWith(row.get(5) + "/");
    }
  }

  /** Read by a reader that shares no code with what wrote it. */
  @Test
  void parquet_has_the_same_columns_and_the_record_as_text() throws IOException {
    Path file = folder.resolve("deals.parquet");
    Path csv = folder.resolve("same.csv");
    export("deals", "--format", "parquet", "--out", file).run().exited(0);
    export("deals", "--format", "csv", "--out", csv).run().exited(0);
    List<List<String>> rows = new ArrayList<>();
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(file));
        RowReader row = reader.rowReader()) {
      while (row.hasNext()) {
        row.next();
        rows.add(
            List.of(
                row.getString(0),
                row.isNull(1) ? "" : row.getString(1),
                Integer.toString(row.getInt(2)),
                row.getTimestamp(3).toString(),
                row.getString(4),
                row.isNull(5) ? "" : row.getString(5),
                row.getString(6)));
      }
    }
    List<List<String>> expected = rows(Files.readString(csv));
    expected.removeFirst();
    expected.replaceAll(row -> row.subList(0, 7));
    expected.forEach(row -> row.set(3, Instant.parse(row.get(3)).toString()));
    assertThat(rows).isEqualTo(expected);
  }

  @Test
  void parquet_is_written_by_a_process_without_another_word() {
    Path file = folder.resolve("process.parquet");
    Ran ran = export("deals", "--format", "parquet", "--out", file).start().end().exited(0);
    assertThat(ran.sentence()).contains("lev deals: ");
    assertThat(ran.out()).isEmpty();
    assertThat(file).isNotEmptyFile();
  }

  private static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
    Matcher field = FIELD.matcher(csv);
    int end = 0;
    while (end < csv.length() && field.find(end)) {
      assertThat(field.start()).isEqualTo(end);
      String quoted = field.group(1);
      rows.getLast().add(quoted == null ? field.group(2) : quoted.replace("\"\"", "\""));
      if (field.group(3).equals("\r\n")) {
        rows.add(new ArrayList<>());
      }
      end = field.end();
    }
    assertThat(end).isEqualTo(csv.length());
    assertThat(rows.removeLast()).isEmpty();
    return rows;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "nothing|it has deals, contacts",
        "contacts|nothing of lev contacts is published yet; of deal_notes, deals there is",
        "deals --as-of 20200101T000000Z-x|no run 20200101T000000Z-x of lev deals is published",
        "deals --format xml|--format xml is not known; write one of ndjson, csv, parquet",
        "deals --format csv --plain|--without-tidemark does not apply to csv",
        "deals --format parquet --plain|--without-tidemark does not apply to parquet",
        "deals --force|--force does not apply without --out",
        "deals --json|Unknown option: '--json'",
        "deals --temp /no/such/folder|--temp /no/such/folder is no folder",
        "deals --connection other|there is no connection \"other\""
      })
  void what_is_not_there_or_does_not_apply_is_exit_2(String words, String says) {
    Ran ran = export((Object[]) words.split(" ", -1)).run().exited(2);
    assertThat(ran.sentence()).contains(says);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void an_object_that_cannot_be_read_is_named_and_no_file_is_left() throws IOException {
    Path home = folder.resolve("damaged");
    try (Api api = Api.lev(DatasetPlan.of(73, 10))) {
      api.sync(home, "deals").run().exited(0);
    }
    Lake lake = Lake.of(home, "lev");
    JsonNode manifest = lake.manifests("deals").getFirst();
    String key = manifest.path("objects").path(0).path("key").asText();
    Files.writeString(lake.bucket().resolve(key), "no gzip");
    Path out = Files.createDirectory(folder.resolve("empty"));
    Tidemark export = Tidemark.of("export", "lev", "deals").with("--home", home);
    Ran ran = export.with("--out", out.resolve("deals")).run().exited(1);
    assertThat(ran.sentence()).contains(key, "cannot be read back", "restore the object");
    assertThat(out).isEmptyDirectory();
    Files.writeString(lake.files("manifests/lev/deals").getFirst(), "{}");
    assertThat(export.run().exited(1).sentence()).contains("manifests/lev/deals/");
  }
}
