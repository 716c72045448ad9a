package dev.tidemark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.reader.RowReader;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.rest.record.LineRecall;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that a definition declares, and what becomes of them when it declares others. */
class TypedColumnsTest {
  private static final String RUN = "20260301T120000Z-0000000001";
  private static final String NEXT = "20260301T120000Z-0000000002";
  @TempDir private Path folder;

  private static String amount(RowReader row) {
    return row.getString("id")
        + " "
        + (row.isNull("amount") ? "-" : row.getDecimal("amount").toPlainString());
  }

  private static LineRecall declaring(String columns) {
    return new LineRecall(Bucket.declaring(columns));
  }

  private static LandedLine line(String record, String run) {
    return Bucket.line(record, run, "1", false);
  }

  @Test
  void values_are_exact_or_null_and_counted() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = new World(catalog, new Calls(), folder, "db", 0);
      world.bucket.publish(
          RUN,
          line(
              "{\"id\":1,\"amount\":12345678901234567890.10,\"at\":\"2026-01-02T03:04:05Z\"}", RUN),
          line("{\"id\":2,\"amount\":-0.5,\"n\":7,\"d\":0.25,\"b\":true,\"s\":\"ä\"}", RUN),
          line("{\"id\":3,\"amount\":\"soon\"}", RUN));
      LineRecall reading =
          declaring(
              "amount: \"decimal(38,10)\", small: {type: \"decimal(9,1)\", at: n},"
                  + " middle: {type: \"decimal(18,1)\", at: n}, at: timestamp, n: long, d: double,"
                  + " b: boolean, s: string");
      List<Refreshed> refreshed = world.refresh(catalog, reading);
      assertThat(refreshed.getFirst().misfits()).isEqualTo(Map.of("amount", 1L));
      assertThat(ReadBack.rows(world.current(1), TypedColumnsTest::amount))
          .containsExactly("1 12345678901234567890.1000000000", "2 -0.5000000000", "3 -");
      assertThat(
              ReadBack.rows(
                  world.current(1),
                  row ->
                      row.isNull("n")
                          ? (row.isNull("at") ? "-" : row.getTimestamp("at").toString())
                          : row.getLong("n")
                              + " "
                              + row.getDouble("d")
                              + " "
                              + row.getBoolean("b")
                              + " "
                              + row.getString("s")
                              + " "
                              + row.getDecimal("small")
                              + " "
                              + row.getDecimal("middle")))
          .containsExactly("2026-01-02T03:04:05Z", "7 0.25 true ä 7.0 7.0", "-");
    }
  }

  @Test
  void a_new_column_gets_its_values_in_rows_that_are_there() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = new World(catalog, new Calls(), folder, "db", 0);
      world.bucket.publish(RUN, line("{\"id\":1,\"amount\":1.5}", RUN));
      world.refresh(catalog, declaring("other: string"));
      world.bucket.publish(NEXT, line("{\"id\":2,\"amount\":2.5}", NEXT));
      LineRecall reading = declaring("amount: \"decimal(5,2)\"");
      world.refresh(catalog, reading);
      Table table = world.current(1);
      assertThat(table.schema().findField("other")).isNull();
      assertThat(ReadBack.rows(table, row -> row.getString("id")))
          .containsExactlyInAnyOrder("1", "2");
      assertThat(new TableCompaction(table, reading.columns(), () -> false).run()).isEqualTo(1);
      assertThat(ReadBack.rows(table, TypedColumnsTest::amount))
          .containsExactlyInAnyOrder("1 1.50", "2 2.50");
      LineRecall wider = declaring("amount: \"decimal(20,2)\"");
      String last = "20260301T120000Z-0000000003";
      world.bucket.publish(last, line("{\"id\":3,\"amount\":3.5}", last));
      world.refresh(catalog, wider);
      table.refresh();
      assertThat(table.schema().findField("amount").type()).isEqualTo(Types.DecimalType.of(20, 2));
      assertThat(ReadBack.rows(table, TypedColumnsTest::amount))
          .containsExactlyInAnyOrder("1 1.50", "2 2.50", "3 3.50");
    }
  }

  @Test
  void a_type_that_no_column_can_become_is_refused_with_the_way_out() throws IOException {
    try (JdbcCatalog catalog = WatchedCatalog.open(folder, new Calls())) {
      World world = new World(catalog, new Calls(), folder, "db", 0);
      world.bucket.publish(RUN, line("{\"id\":1,\"n\":1}", RUN));
      world.refresh(catalog, declaring("n: long"));
      world.bucket.publish(NEXT, line("{\"id\":2,\"n\":2}", NEXT));
      assertThatThrownBy(() -> world.refresh(catalog, declaring("n: string")))
          .hasMessageContainingAll(
              "the column n of",
              "is long and cannot become string",
              "call it otherwise under columns, or raise schema, which makes a new table");
      assertThat(world.rows(1)).hasSize(1);
    }
  }
}
