package dev.tidemark.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.query.LandedHome.Said;
import dev.tidemark.simulators.dataset.Collection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published state and its history, asked by SQL: what the API holds, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SqlTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LandedHome lake;

  SqlTest(@TempDir Path folder) throws IOException {
    lake = LandedHome.in(folder);
  }

  @BeforeAll
  void landed_twice_with_edits_and_deletes_between() throws IOException {
    lake.sync("deals", "deal_notes");
    Collection deals = lake.lev().collection("deals");
    List<String> ids = deals.ids();
    deals.rewrite(ids.get(3));
    deals.delete(ids.get(5));
    deals.delete(ids.get(6));
    lake.sync("deals", "--mode", "reconcile");
  }

  @AfterAll
  void stop() {
    lake.close();
  }

  private List<JsonNode> rows(String sql) throws IOException {
    Said said = lake.sql("--format", "json", sql);
    assertThat(said.status()).describedAs(said.err()).isZero();
    List<JsonNode> rows = new java.util.ArrayList<>();
    for (String line : said.lines()) {
      rows.add(JSON.readTree(line));
    }
    return rows;
  }

  private String one(String sql) {
    Said said = lake.sql("--format", "csv", sql);
    assertThat(said.status()).describedAs(said.err()).isZero();
    return said.lines().get(1);
  }

  @Test
  void a_resource_is_a_table_of_the_records_of_the_api_byte_for_byte() throws IOException {
    Map<String, String> records = new TreeMap<>();
    for (JsonNode row : rows("SELECT id, record FROM lev.deals")) {
      records.put(row.path("id").textValue(), row.path("record").textValue());
    }
    assertThat(records).isEqualTo(new TreeMap<>(lake.truth("deals"))).hasSize(58);
  }

  @Test
  void the_columns_that_the_definition_declares_are_exact_beside_the_record() throws IOException {
    List<JsonNode> deals =
        rows(
            "SELECT record, title, loan_amount::VARCHAR AS amount, typeof(loan_amount) AS type,"
                + " epoch_ms(updated_at) AS millis FROM lev.deals");
    assertThat(deals).hasSize(58);
    for (JsonNode row : deals) {
      JsonNode record = JSON.readTree(row.path("record").textValue());
      assertThat(row.path("type").textValue()).isEqualTo("DECIMAL(38,10)");
      assertThat(row.path("title")).isEqualTo(record.path("title"));
      assertThat(new BigDecimal(row.path("amount").textValue()))
          .isEqualByComparingTo(new BigDecimal(record.path("loan_amount").asText()))
          .hasScaleOf(10);
      assertThat(row.path("millis").asLong())
          .isEqualTo(Instant.parse(record.path("updated_at").textValue()).toEpochMilli());
    }
  }

  @Test
  void the_only_connection_need_not_be_named_and_a_child_knows_its_parent() {
    Said joined =
        lake.sql(
            "--connection",
            "lev",
            "SELECT count(*) FROM deal_notes WHERE starts_with(id, parent || '/') AND parent IN"
                + " (SELECT id FROM lev.deals__history)");
    assertThat(joined.err()).isEmpty();
    assertThat(joined.lines().get(1).strip())
        .isEqualTo(one("SELECT count(*) FROM lev.deal_notes"))
        .isNotEqualTo("0");
  }

  @Test
  void the_history_has_every_line_with_where_it_is_from() throws IOException {
    List<JsonNode> gone =
        rows("SELECT id, op, run, completed_at, object FROM lev.deals__history WHERE op='delete'");
    assertThat(gone).hasSize(2);
    for (JsonNode line : gone) {
      assertThat(line.path("object").textValue())
          .contains("/" + line.path("run").textValue() + "/");
    }
    assertThat(
            one("SELECT count(*) - count(request_first) FROM lev.deals__history WHERE op='upsert'"))
        .isEqualTo("0");
    String counting =
        "SELECT count(*) FROM (SELECT * FROM lev.deals__history QUALIFY row_number() OVER"
            + " (PARTITION BY id ORDER BY generation DESC, version::TIMESTAMPTZ DESC NULLS LAST,"
            + " fetched_at DESC, run DESC, batch DESC) = 1) h JOIN lev.deals d USING (id, record)"
            + " WHERE op = 'upsert'";
    assertThat(one(counting)).isEqualTo("58");
  }

  @Test
  void numbers_keep_their_digits_in_every_form() {
    String numbers = "SELECT 12345678901234567890 AS n, 1.10::DECIMAL(5,2) AS d, [1.10] AS l";
    assertThat(lake.sql("--format", "json", numbers).out())
        .isEqualTo("{\"n\":12345678901234567890,\"d\":1.10,\"l\":[1.10]}\n");
    assertThat(lake.sql("--format", "csv", numbers).out())
        .isEqualTo("n,d,l\r\n12345678901234567890,1.10,[1.10]\r\n");
    assertThat(lake.sql(numbers).out()).contains("12345678901234567890  1.10  [1.10]\n(1 row)");
  }

  @Test
  void what_would_control_a_terminal_is_escaped() {
    assertThat(lake.sql("SELECT chr(27) || '[2J' || chr(10) || chr(8238) AS x").out())
        .isEqualTo("x\n\\u001b[2J\\u000a\\u202e\n(1 row)\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM lev.deals",
        "COMMIT; DELETE FROM lev.deals",
        "DROP TABLE lev.deals",
        "CREATE TABLE lev.x AS SELECT 1",
        "COPY lev.deals TO 'deals.csv'",
        "SELECT * FROM read_csv('/etc/hosts')",
        "ATTACH 'other.db'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET lock_configuration = false"
      })
  void a_statement_that_would_change_or_reach_anything_fails(String sql) {
    Said said = lake.sql(sql + "; SELECT 1");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err()).startsWith("tidemark: ").contains("Error:");
    assertThat(one("SELECT count(*) FROM lev.deals")).isEqualTo("58");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1|SELECT nope FROM lev.deals|Referenced column \"nope\" not found",
        "1|SELECT 1 FROM lev.contacts|nothing is published yet of lev contacts",
        "1|SELECT 1 FROM query_table('lev.' \\|\\| 'deals')|does not exist",
        "2|;|no statement was given"
      })
  void a_statement_that_fails_says_why(int status, String sql, String says) {
    Said said = lake.sql(sql.replace("\\|", "|"));
    assertThat(said.err()).contains(says);
    assertThat(said.status()).isEqualTo(status);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void a_connection_of_another_name_asks_for_its_source() throws IOException {
    lake.sync("deals", "--connection", "acme");
    Said unknown = lake.sql("SELECT count(*) FROM acme.deals");
    assertThat(unknown.status()).isEqualTo(1);
    assertThat(unknown.err()).contains("name it with --source acme=FILE");
    assertThat(lake.sql("--source", "acme=lev", "SELECT count(*) FROM acme.deals").out())
        .contains("58");
    assertThat(lake.sql("--source", "other=lev", "SELECT 1").err())
        .contains("there is no connection \"other\"");
  }

  @Test
  void nothing_is_left_of_a_session_and_after_a_kill_the_next_removes_it() throws IOException {
    Path killed = Files.createDirectory(lake.temporary().resolve("tidemark-sql-killed"));
    Files.createFile(killed.resolve("owner"));
    Files.createFile(killed.resolve("lake.duckdb"));
    Path foreign = Files.createDirectory(lake.temporary().resolve("tidemark-sql-foreign"));
    try (QueryFolder living = QueryFolder.in(lake.temporary())) {
      assertThat(killed).doesNotExist();
      assertThat(one("SELECT count(*) FROM lev.deals")).isEqualTo("58");
      assertThat(living.resolve("owner")).exists();
    }
    assertThat(lake.temporary()).isDirectoryContaining(foreign::equals);
    Files.delete(foreign);
    assertThat(lake.temporary()).isEmptyDirectory();
  }

  @Test
  void another_process_leaves_the_folder_of_one_that_lives(@TempDir Path parent) throws Exception {
    try (QueryFolder living = QueryFolder.in(parent)) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcess.class.getName(),
                  parent.toString())
              .inheritIO()
              .start();
      assertThat(other.waitFor()).isZero();
      assertThat(living.resolve("owner")).exists();
    }
    assertThat(parent).isEmptyDirectory();
  }
}
