package dev.tidemark.tables.row;

import dev.tidemark.parquet.Cells;
import dev.tidemark.rest.definition.DeclaredColumn;
import dev.tidemark.rest.record.ColumnValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.iceberg.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The typed columns of a table's rows. They follow from the records alone; the names of files say
 * with which columns their rows were written, so that those of others can be written anew.
 */
final class Typed {
  private final List<Integer> places = new ArrayList<>();
  private final @Nullable ColumnValues values;

  /**
   * @param schema of the table
   * @param values null for a table that has none
   */
  Typed(Schema schema, @Nullable ColumnValues values) {
    this.values = values;
    if (values != null) {
      List<String> names = schema.columns().stream().map(one -> one.name()).toList();
      values.columns().forEach(column -> places.add(names.indexOf(column.name())));
    }
  }

  /** Writes the values of {@code record} where the table has columns for them. */
  void write(byte[] record, Cells to) {
    if (values != null && !places.isEmpty()) {
      @Nullable Object[] cells = values.of(record);
      for (int column = 0; column < cells.length; column++) {
        if (places.get(column) >= 0) {
          to.value(places.get(column), cells[column]);
        }
      }
    }
  }

  /** What the names of files begin with whose rows have these columns. */
  static String mark(@Nullable ColumnValues values) {
    CRC32 sum = new CRC32();
    if (values != null) {
      for (DeclaredColumn column : values.columns()) {
        sum.update(column.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return String.format(Locale.ROOT, "%08x-", sum.getValue());
  }
}
