package dev.tidemark.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file that is written row by row. A group of rows is written as soon as it is large, so
 * that the file may have any size.
 */
public final class ParquetOutput {
  private static final long GROUP = 16L * 1024 * 1024;

  private final MessageType schema;
  private final ParquetProperties properties;
  private final CountedOutput to;
  private final ParquetFileWriter file;
  private @Nullable RowGroup group;
  private long rows;

  /** What one row consists of. */
  @FunctionalInterface
  public interface Row {
    /** Writes the cells that are there. */
    void write(Cells cells);
  }

  /**
   * Begins the file.
   *
   * @param to is not closed
   * @param distinct the columns whose values hardly ever come twice
   */
  public ParquetOutput(OutputStream to, MessageType schema, List<String> distinct)
      throws IOException {
    this.schema = schema;
    this.properties = properties(distinct);
    this.to = new CountedOutput(to);
    this.file =
        new ParquetFileWriter(
            this.to,
            schema,
            ParquetFileWriter.Mode.CREATE,
            GROUP,
            0,
            properties.getColumnIndexTruncateLength(),
            properties.getStatisticsTruncateLength(),
            true);
    file.start();
  }

  /** A page is looked at after each row: a single one may be as large as a page of an API. */
  private static ParquetProperties properties(List<String> distinct) {
    ParquetProperties.Builder builder =
        ParquetProperties.builder()
            .withMinRowCountForPageSizeCheck(1)
            .estimateRowCountForPageSizeCheck(false);
    distinct.forEach(column -> builder.withDictionaryEncoding(column, false));
    return builder.build();
  }

  /** Writes one. */
  public void add(Row row) throws IOException {
    RowGroup open = group == null ? new RowGroup(schema, properties) : group;
    group = open;
    open.add(row);
    rows++;
    if (open.size() >= GROUP) {
      open.writeTo(file);
      group = null;
    }
  }

  /** Rows so far. */
  public long rows() {
    return rows;
  }

  /** Bytes so far, those that wait in memory included. */
  public long size() {
    return to.getPos() + (group == null ? 0 : group.size());
  }

  /** Writes what is not written yet, and the end of the file. */
  public void end() throws IOException {
    if (group != null) {
      group.writeTo(file);
      group = null;
    }
    file.end(Map.of());
  }

  /** Where its groups begin, once it has ended. */
  public List<Long> groups() {
    return file.getFooter().getBlocks().stream().map(BlockMetaData::getStartingPos).toList();
  }
}
