package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.rest.definition.DeclaredColumn;
import dev.tidemark.rest.definition.DefinitionException;
import dev.tidemark.rest.definition.DefinitionReader;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.rest.record.ColumnValues;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The typed columns that a definition declares. */
class ColumnsTest {
  private static Resource declaring(String columns) {
    return DefinitionReader.read(
            "acme.yaml",
            """
            tidemark: 1
            source: acme
            title: Acme
            baseUrl: https://api.acme.example
            auth: {apiKey: {}}
            defaults: {records: data, id: id, promote: run-start, order: unordered}
            resources:
              deals: {path: /deals, pagination: {kind: none}, columns: {%s}}
            """
                .formatted(columns))
        .resource("deals");
  }

  /** The one value, as its class and itself; null where it did not fit, or is not there. */
  private static String value(String column, String record) {
    ColumnValues values = new ColumnValues(declaring(column));
    Object value = values.of(record.getBytes(StandardCharsets.UTF_8))[0];
    String shown = value instanceof BigDecimal number ? number.toPlainString() : "" + value;
    return shown + (values.misfits(0) > 0 ? " misfit" : "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a: long | {\"a\":9223372036854775807} | 9223372036854775807",
        "a: long | {\"a\":9223372036854775808} | null misfit",
        "a: long | {\"a\":\"12\"} | 12",
        "a: long | {\"a\":\"012\"} | null misfit",
        "a: long | {\"a\":1.5} | null misfit",
        "a: long | {\"a\":2.0} | 2",
        "a: long | {\"a\":1e999999} | null misfit",
        "a: long | {\"a\":null} | null",
        "a: long | {\"a\":\"\"} | null",
        "a: long | {\"b\":1} | null",
        "a: long | {\"a\":{\"b\":1}} | null misfit",
        "a: long | {\"a\":1,\"a\":2} | 2",
        "a: long | {\"a\":1,\"a\":null} | null",
        "a: \"decimal(38,10)\" | {\"a\":1.10} | 1.10",
        "a: \"decimal(38,0)\" | {\"a\":12345678901234567890} | 12345678901234567890",
        "a: \"decimal(4,2)\" | {\"a\":99.99} | 99.99",
        "a: \"decimal(4,2)\" | {\"a\":100} | null misfit",
        "a: \"decimal(4,2)\" | {\"a\":0.001} | null misfit",
        "a: \"decimal(4,2)\" | {\"a\":0.1000} | 0.1000",
        "a: \"decimal(4,2)\" | {\"a\":0e-30} | 0.000000000000000000000000000000",
        "a: \"decimal(4,2)\" | {\"a\":\"-7.25\"} | -7.25",
        "a: double | {\"a\":0.1} | 0.1",
        "a: double | {\"a\":1e400} | null misfit",
        "a: double | {\"a\":\"NaN\"} | null misfit",
        "a: boolean | {\"a\":true} | true",
        "a: boolean | {\"a\":\"false\"} | false",
        "a: boolean | {\"a\":1} | null misfit",
        "a: string | {\"a\":\"x\\u00e4\"} | xä",
        "a: string | {\"a\":1.10} | 1.10",
        "a: string | {\"a\":\"x\\ud800\"} | null misfit",
        "a: string | {\"a\":[1]} | null misfit",
        "a: timestamp | {\"a\":\"2026-01-02T03:04:05.1234567+02:00\"} |"
            + " 2026-01-02T01:04:05.123456Z",
        "a: timestamp | {\"a\":\"2026-01-02\"} | 2026-01-02T00:00:00Z",
        "a: {type: timestamp, zone: UTC} | {\"a\":\"2026-01-02 03:04:05\"} | 2026-01-02T03:04:05Z",
        "a: {type: timestamp, format: epoch-millis} | {\"a\":1500} | 1970-01-01T00:00:01.500Z",
        "a: timestamp | {\"a\":\"soon\"} | null misfit",
        "a.b: long | {\"a\":{\"b\":3,\"c\":[{\"b\":4}]}} | 3",
        "a.b: long | {\"a\":{\"b\":3},\"a\":{}} | null",
        "a.b: long | {\"a\":[{\"b\":3}]} | null",
        "'\"a.b\"': long | {\"a.b\":3} | 3",
        "n: {type: long, at: a.b} | {\"a\":{\"b\":3}} | 3",
        "a: long | {\"a\":1,\"z\":\"\\ud83d | 1"
      })
  void a_value_is_exact_or_it_is_null_and_counted(String column, String record, String value) {
    assertThat(value(column.strip(), record.strip())).isEqualTo(value);
  }

  @Test
  void a_record_may_be_large_and_deep() {
    String deep = "[".repeat(5000) + "]".repeat(5000);
    String record = "{\"d\":" + deep + ",\"n\":" + "9".repeat(5000) + ",\"a\":7}";
    assertThat(value("a: long", record)).isEqualTo("7");
    assertThat(value("n: long", record)).isEqualTo("null misfit");
  }

  @Test
  void misfits_are_counted_over_records_until_they_are_cleared() {
    ColumnValues values = new ColumnValues(declaring("a: long, b: string"));
    byte[] odd = "{\"a\":\"x\",\"b\":\"y\"}".getBytes(StandardCharsets.UTF_8);
    values.of(odd);
    assertThat(values.of(odd)).containsExactly(null, "y");
    assertThat(values.misfits(0)).isEqualTo(2);
    assertThat(values.misfits(1)).isZero();
    values.clear();
    assertThat(values.misfits(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a: int | type: \"int\" is none of string, long, decimal(p,s), double, boolean, timestamp",
        "a: \"decimal(39,0)\" | write at most 38",
        "a: \"decimal(3,4)\" | no more of them behind the point",
        "id: long | columns: every table has a column id; write another name, with at: id",
        "Run: string | columns: every table has a column run",
        "a.b: long, a_b: long | columns: two would be called a_b",
        "a: {type: timestamp, format: date} | zone: the times have no offset",
        "a: {type: long, format: integer} | format: integer is no time; write type: long",
        "a: {type: long, at: []} | the list of names is empty; name a member"
      })
  void what_no_column_can_be_is_refused(String columns, String message) {
    assertThatThrownBy(() -> declaring(columns.strip()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(message);
  }

  @Test
  void names_are_those_that_engines_take_without_quotes() {
    assertThat(declaring("Owner.Id: long, '\"2nd name\"': string").members().declared())
        .extracting(DeclaredColumn::name)
        .containsExactly("owner_id", "_2nd_name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lev", "zendesk", "askelephant"})
  void built_in_sources_declare_when_a_record_was_changed(String source) {
    assertThat(Sources.builtIn(source).resources().values())
        .anySatisfy(resource ->
            assertThat(resource.members().declared())
                .extracting(DeclaredColumn::name)
                .contains("created_at", "updated_at"));
  }

  @Test
  void a_time_is_one() {
    ColumnValues values = new ColumnValues(declaring("a: timestamp"));
    assertThat(values.of("{\"a\":\"2026-01-02T03:04:05Z\"}".getBytes(StandardCharsets.UTF_8)))
        .containsExactly(Instant.parse("2026-01-02T03:04:05Z"));
  }
}
