package dev.tidemark.tables.row;

import dev.tidemark.parquet.ParquetOutput;
import dev.tidemark.parquet.ParquetRows;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.PositionOutputStream;

/** Rows by the file that they are in and their number in it: those that are gone. */
public final class Positions {
  private static final Schema COLUMNS =
      new Schema(MetadataColumns.DELETE_FILE_PATH, MetadataColumns.DELETE_FILE_POS);

  private static final List<String> NAMES =
      List.of(MetadataColumns.DELETE_FILE_PATH.name(), MetadataColumns.DELETE_FILE_POS.name());

  private final Map<String, BitSet> byFile = new TreeMap<>();

  /** Adds one. */
  public void add(String file, int row) {
    byFile.computeIfAbsent(file, _ -> new BitSet()).set(row);
  }

  /** Whether this is one. */
  public boolean has(String file, int row) {
    BitSet rows = byFile.get(file);
    return rows != null && rows.get(row);
  }

  /** How many there are in {@code file}. */
  public int count(String file) {
    BitSet rows = byFile.get(file);
    return rows == null ? 0 : rows.cardinality();
  }

  /** How many there are. */
  public long count() {
    return byFile.values().stream().mapToLong(BitSet::cardinality).sum();
  }

  /** The files in which there are any. */
  public Set<String> files() {
    return Set.copyOf(byFile.keySet());
  }

  /** Those in {@code files} alone. */
  public Positions of(Set<String> files) {
    Positions some = new Positions();
    byFile.forEach((file, rows) -> {
      if (files.contains(file)) {
        some.byFile.put(file, rows);
      }
    });
    return some;
  }

  /** Adds those that {@code file} names. */
  void read(Table table, DeleteFile file) throws IOException {
    try (StoredRows stored =
        new StoredRows(table.io().newInputFile(file), file.fileSizeInBytes(), NAMES)) {
      ParquetRows rows = stored.rows();
      while (rows.next()) {
        add(
            Objects.requireNonNull(rows.text(0), "a position has no file"),
            Math.toIntExact(rows.number(1)));
      }
    }
  }

  /** Writes them in a file of {@code table}; there has to be one at least. */
  public DeleteFile write(Table table) throws IOException {
    String path = table.location() + "/data/" + UUID.randomUUID() + "-deletes.parquet";
    try (PositionOutputStream stream = table.io().newOutputFile(path).create()) {
      ParquetOutput output =
          new ParquetOutput(stream, TableColumns.parquet(COLUMNS), List.of(NAMES.getLast()));
      for (Map.Entry<String, BitSet> file : byFile.entrySet()) {
        for (int row : file.getValue().stream().toArray()) {
          output.add(cells -> {
            cells.text(0, file.getKey());
            cells.number(1, row);
          });
        }
      }
      output.end();
      return FileMetadata.deleteFileBuilder(table.spec())
          .ofPositionDeletes()
          .withPath(path)
          .withFormat(FileFormat.PARQUET)
          .withFileSizeInBytes(stream.getPos())
          .withRecordCount(output.rows())
          .build();
    }
  }
}
