package dev.tidemark.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, read back by our own reader and by another. No Hadoop is there. */
class RoundTripTest {
  private static final MessageType SCHEMA =
      Types.buildMessage()
          .required(BINARY)
          .as(stringType())
          .id(1)
          .named("id")
          .optional(INT64)
          .id(2)
          .named("n")
          .optional(BINARY)
          .as(stringType())
          .id(3)
          .named("text")
          .required(INT32)
          .id(4)
          .named("i")
          .optional(DOUBLE)
          .id(5)
          .named("d")
          .optional(BOOLEAN)
          .id(6)
          .named("b")
          .named("rows");

  @TempDir private Path folder;

  private Path written(int rows) throws IOException {
    Path file = folder.resolve("rows.parquet");
    try (OutputStream to = Files.newOutputStream(file)) {
      ParquetOutput output = new ParquetOutput(to, SCHEMA, List.of("id"));
      for (int row = 0; row < rows; row++) {
        int n = row;
        output.add(cells -> {
          cells.text(0, "id" + n);
          if (n % 3 > 0) {
            cells.number(1, n * 5_000_000_000L);
          }
          cells.text(2, n % 2 == 0 ? null : "ä" + n % 7);
          cells.integer(3, n);
          if (n % 5 == 0) {
            cells.real(4, n / 4.0);
            cells.truth(5, n % 10 == 0);
          }
        });
      }
      assertThat(output.rows()).isEqualTo(rows);
      output.end();
      assertThat(output.size()).isEqualTo(Files.size(file));
      assertThat(output.groups()).hasSize(rows == 0 ? 0 : 1);
    }
    return file;
  }

  private static ParquetRows read(Path file, String... columns) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return new ParquetRows(
        (from, length) -> Arrays.copyOfRange(bytes, (int) from, (int) from + length),
        bytes.length,
        List.of(columns));
  }

  @Test
  void is_what_was_written() throws IOException {
    Path file = written(70_000);
    int row = 0;
    ParquetRows rows = read(file, "text", "n", "missing", "i", "id");
    for (; rows.next(); row++) {
      assertThat(rows.text(0)).isEqualTo(row % 2 == 0 ? null : "ä" + row % 7);
      assertThat(rows.number(1)).isEqualTo(row % 3 > 0 ? row * 5_000_000_000L : 0);
      assertThat(rows.text(2)).isNull();
      assertThat(rows.integer(3)).isEqualTo(row);
      assertThat(rows.bytes(4)).asString().isEqualTo("id" + row);
    }
    assertThat(rows.next()).isFalse();
    assertThat(row).isEqualTo(70_000);
  }

  @Test
  void what_is_not_taken_of_a_row_is_passed_over() throws IOException {
    ParquetRows rows = read(written(3000), "text", "n", "i", "id");
    for (int row = 0; rows.next(); row++) {
      if (row % 4 == 1) {
        assertThat(rows.text(0)).isEqualTo("ä" + row % 7);
        assertThat(rows.number(1)).isEqualTo(row % 3 > 0 ? row * 5_000_000_000L : 0);
      }
      if (row % 4 == 3) {
        assertThat(rows.text(3)).isEqualTo("id" + row);
        assertThat(rows.integer(2)).isEqualTo(row);
      }
    }
  }

  @Test
  void another_reader_sees_the_same() throws IOException {
    int row = 0;
    try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(written(2000)));
        RowReader rows = reader.rowReader()) {
      for (; rows.hasNext(); row++) {
        rows.next();
        assertThat(rows.getString("id")).isEqualTo("id" + row);
        assertThat(rows.isNull("d")).isEqualTo(row % 5 > 0);
        if (row % 5 == 0) {
          assertThat(rows.getDouble("d")).isEqualTo(row / 4.0);
          assertThat(rows.getBoolean("b")).isEqualTo(row % 10 == 0);
        }
      }
    }
    assertThat(row).isEqualTo(2000);
  }

  @Test
  void a_file_without_rows_is_one_too() throws IOException {
    assertThat(read(written(0), "id").next()).isFalse();
  }

  @Test
  void what_is_no_such_file_is_refused() throws IOException {
    Path file = Files.write(folder.resolve("odd"), new byte[100]);
    assertThatThrownBy(() -> read(file, "id")).hasMessageContaining("no Parquet file");
    Path cut = Files.write(folder.resolve("cut"), new byte[3]);
    assertThatThrownBy(() -> read(cut, "id")).hasMessageContaining("it has 3 bytes");
  }
}
