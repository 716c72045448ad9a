package dev.tidemark.parquet;

import java.io.IOException;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** One group of rows of a Parquet file, in memory until it is written. */
final class RowGroup {
  private final ColumnChunkPageWriteStore pages;
  private final ColumnWriteStore columns;
  private final RecordConsumer rows;
  private final Cells cells;
  private long count;

  RowGroup(MessageType schema, ParquetProperties properties) {
    pages =
        new ColumnChunkPageWriteStore(
            new PageCompressor(),
            schema,
            properties.getAllocator(),
            properties.getColumnIndexTruncateLength(),
            true);
    columns = properties.newColumnWriteStore(schema, pages);
    rows = new ColumnIOFactory(false).getColumnIO(schema).getRecordWriter(columns);
    cells = new Cells(schema, rows);
  }

  void add(ParquetOutput.Row row) {
    rows.startMessage();
    row.write(cells);
    rows.endMessage();
    count++;
  }

  /** Bytes in memory, most of them compressed. */
  long size() {
    return columns.getBufferedSize();
  }

  /** Writes the group as the next one of {@code file}. */
  void writeTo(ParquetFileWriter file) throws IOException {
    rows.flush();
    file.startBlock(count);
    columns.flush();
    pages.flushToFileWriter(file);
    file.endBlock();
    columns.close();
    pages.close();
  }
}
