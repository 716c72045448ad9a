package dev.tidemark.tables.row;

import dev.tidemark.parquet.ParquetRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileContent;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/** The rows that a table has now: those of its files, but for the positions that are gone. */
public final class LiveRows {
  private final Table table;
  private final List<DataFile> files = new ArrayList<>();
  private final List<DeleteFile> deletes = new ArrayList<>();
  private final Positions gone = new Positions();

  /** Takes rows. */
  @FunctionalInterface
  public interface Each {
    /**
     * Takes one.
     *
     * @param position its number in the file
     */
    void take(DataFile file, int position, TableRow row) throws IOException;
  }

  /** Takes rows with their records. */
  @FunctionalInterface
  public interface EachRecord {
    /** Takes one. */
    void take(TableRow row, byte[] record) throws IOException;
  }

  /** Reads which rows are gone of the snapshot that {@code table} has. */
  public LiveRows(Table table) throws IOException {
    this.table = table;
    if (table.currentSnapshot() == null) {
      return;
    }
    Map<String, DeleteFile> named = new HashMap<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        files.add(task.file());
        task.deletes().forEach(one -> named.putIfAbsent(one.location(), one));
      }
    }
    for (DeleteFile one : named.values()) {
      if (one.content() != FileContent.POSITION_DELETES) {
        throw new IllegalStateException(
            table.name()
                + " has deletes of another kind ("
                + one.content()
                + "), which another program wrote; drop the table, and it is made anew");
      }
      deletes.add(one);
      gone.read(table, one);
    }
  }

  /** The files that have rows. */
  public List<DataFile> files() {
    return List.copyOf(files);
  }

  /** The files that say which rows are gone. */
  public List<DeleteFile> deletes() {
    return List.copyOf(deletes);
  }

  /** The rows that are gone, in files that are there. */
  public Positions gone() {
    return gone;
  }

  /** Shows all rows to {@code each}; of their records nothing is read. */
  public void each(Each each) throws IOException {
    for (DataFile file : files) {
      String path = file.location();
      try (StoredRows stored =
          new StoredRows(table.io().newInputFile(file), file.fileSizeInBytes(), TableColumns.ROW)) {
        ParquetRows rows = stored.rows();
        for (int position = 0; rows.next(); position++) {
          if (!gone.has(path, position)) {
            each.take(file, position, TableRow.read(rows));
          }
        }
      }
    }
  }

  /** Shows the rows of {@code file} with their records to {@code each}. */
  public void records(DataFile file, EachRecord each) throws IOException {
    List<String> columns = new ArrayList<>(TableColumns.ROW);
    columns.add(TableColumns.RECORD);
    try (StoredRows stored =
        new StoredRows(table.io().newInputFile(file), file.fileSizeInBytes(), columns)) {
      ParquetRows rows = stored.rows();
      for (int position = 0; rows.next(); position++) {
        byte[] record = rows.bytes(TableColumns.ROW.size());
        if (record != null && !gone.has(file.location(), position)) {
          each.take(TableRow.read(rows), record);
        }
      }
    }
  }
}
