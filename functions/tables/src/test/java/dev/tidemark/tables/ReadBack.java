package dev.tidemark.tables;

import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/** The rows of a table as another reader of Parquet sees them, which applies the deletes itself. */
final class ReadBack {
  private ReadBack() {}

  /** All rows of {@code table}, each as one text of its columns. */
  static List<String> rows(Table table) throws IOException {
    return rows(
        table,
        row ->
            String.join(
                "|",
                row.getString("id"),
                row.isNull("version") ? "-" : row.getString("version"),
                Integer.toString(row.getInt("generation")),
                row.getTimestamp("fetched_at").toString(),
                row.getString("run"),
                Long.toString(row.getLong("batch")),
                row.isNull("parent") ? "-" : row.getString("parent"),
                row.getString("record")));
  }

  /** All rows of {@code table}, each as {@code shown}. */
  static List<String> rows(Table table, Function<RowReader, String> shown) throws IOException {
    List<String> rows = new ArrayList<>();
    table.refresh();
    if (table.currentSnapshot() == null) {
      return rows;
    }
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        Set<Long> gone = new HashSet<>();
        for (DeleteFile file : task.deletes()) {
          read(
              table,
              file.location(),
              (_, row) -> {
                if (row.getString("file_path").equals(task.file().location())) {
                  gone.add(row.getLong("pos"));
                }
              });
        }
        read(
            table,
            task.file().location(),
            (position, row) -> {
              if (!gone.contains(position)) {
                rows.add(shown.apply(row));
              }
            });
      }
    }
    return rows;
  }

  private interface Each {
    void take(long position, RowReader row);
  }

  private static void read(Table table, String path, Each each) throws IOException {
    byte[] bytes;
    try (InputStream file = table.io().newInputFile(path).newStream()) {
      bytes = file.readAllBytes();
    }
    try (ParquetFileReader reader =
            ParquetFileReader.open(dev.hardwood.InputFile.of(ByteBuffer.wrap(bytes)));
        RowReader row = reader.rowReader()) {
      for (long position = 0; row.hasNext(); position++) {
        row.next();
        each.take(position, row);
      }
    }
  }
}
