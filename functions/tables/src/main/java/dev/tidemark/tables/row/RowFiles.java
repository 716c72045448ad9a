package dev.tidemark.tables.row;

import dev.tidemark.parquet.ParquetOutput;
import dev.tidemark.rest.record.ColumnValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

/** New rows of a table, in files of their own: the next one is begun where one is large. */
public final class RowFiles implements AutoCloseable {
  private static final long LARGE = 128L * 1024 * 1024;

  private final Table table;
  private final Typed typed;
  private final String mark;
  private final List<DataFile> complete = new ArrayList<>();
  private @Nullable Open open;

  private record Open(
      String path, PositionOutputStream stream, ParquetOutput output, ColumnBounds bounds) {}

  /**
   * No file is there before the first row.
   *
   * @param values the typed columns; null for a table that has none
   */
  public RowFiles(Table table, @Nullable ColumnValues values) {
    this.table = table;
    this.typed = new Typed(table.schema(), values);
    this.mark = Typed.mark(values);
  }

  /** Whether the rows of {@code file} have the columns that {@code values} declares. */
  public static boolean have(DataFile file, @Nullable ColumnValues values) {
    String path = file.location();
    return path.startsWith(Typed.mark(values), path.lastIndexOf('/') + 1);
  }

  /**
   * Writes one.
   *
   * @param record its own bytes
   */
  public void add(TableRow row, byte[] record) throws IOException {
    Open file = open == null ? begin() : open;
    open = file;
    file.output.add(cells -> {
      row.write(cells);
      cells.bytes(TableColumns.ROW.size(), record);
      typed.write(record, cells);
    });
    file.bounds.take(row);
    if (file.output.size() >= LARGE) {
      end();
    }
  }

  private Open begin() throws IOException {
    String path = table.location() + "/data/" + mark + UUID.randomUUID() + ".parquet";
    PositionOutputStream stream = table.io().newOutputFile(path).create();
    return new Open(
        path,
        stream,
        new ParquetOutput(
            stream,
            TableColumns.parquet(table.schema()),
            List.of(TableColumns.ROW.getFirst(), TableColumns.RECORD)),
        new ColumnBounds());
  }

  private void end() throws IOException {
    Open file = open;
    if (file == null) {
      return;
    }
    file.output.end();
    long size = file.stream.getPos();
    file.stream.close();
    open = null;
    complete.add(
        DataFiles.builder(table.spec())
            .withPath(file.path)
            .withFormat(FileFormat.PARQUET)
            .withFileSizeInBytes(size)
            .withMetrics(file.bounds.metrics(file.output.rows()))
            .withSplitOffsets(file.output.groups())
            .build());
  }

  /** The files that the rows are in, which are complete. */
  public List<DataFile> complete() throws IOException {
    end();
    return List.copyOf(complete);
  }

  /** Leaves a file that is not complete to those that collect what no snapshot names. */
  @Override
  public void close() throws IOException {
    if (open != null) {
      open.stream.close();
      open = null;
    }
  }
}
