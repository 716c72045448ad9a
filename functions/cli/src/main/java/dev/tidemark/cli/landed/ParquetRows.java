package dev.tidemark.cli.landed;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** One group of rows of a Parquet file, in memory until it is written. */
final class ParquetRows {
  static final MessageType SCHEMA =
      Types.buildMessage()
          .required(BINARY)
          .as(stringType())
          .named("id")
          .optional(BINARY)
          .as(stringType())
          .named("version")
          .required(INT32)
          .named("generation")
          .required(INT64)
          .as(timestampType(true, TimeUnit.MILLIS))
          .named("fetched_at")
          .required(BINARY)
          .as(stringType())
          .named("run")
          .optional(BINARY)
          .as(stringType())
          .named("parent")
          .required(BINARY)
          .as(stringType())
          .named("record")
          .named("lines");

  /** A page is looked at after each row: a single one may be as large as a page of an API. */
  static final ParquetProperties PROPERTIES =
      ParquetProperties.builder()
          .withDictionaryEncoding("id", false)
          .withDictionaryEncoding("record", false)
          .withMinRowCountForPageSizeCheck(1)
          .estimateRowCountForPageSizeCheck(false)
          .build();

  private final ColumnChunkPageWriteStore pages =
      new ColumnChunkPageWriteStore(
          new PageCompressor(),
          SCHEMA,
          PROPERTIES.getAllocator(),
          PROPERTIES.getColumnIndexTruncateLength(),
          true);
  private final ColumnWriteStore columns = PROPERTIES.newColumnWriteStore(SCHEMA, pages);
  private final RecordConsumer rows =
      new ColumnIOFactory(false).getColumnIO(SCHEMA).getRecordWriter(columns);
  private long count;

  void add(LineColumns line) {
    rows.startMessage();
    text(0, line.id());
    text(1, line.version());
    rows.startField("generation", 2);
    rows.addInteger(line.generation());
    rows.endField("generation", 2);
    rows.startField("fetched_at", 3);
    rows.addLong(line.fetchedAt().toEpochMilli());
    rows.endField("fetched_at", 3);
    text(4, line.run());
    text(5, line.parent());
    binary(6, Binary.fromConstantByteArray(line.record()));
    rows.endMessage();
    count++;
  }

  private void text(int column, @Nullable String text) {
    if (text != null) {
      binary(column, Binary.fromString(text));
    }
  }

  private void binary(int column, Binary value) {
    String name = SCHEMA.getFieldName(column);
    rows.startField(name, column);
    rows.addBinary(value);
    rows.endField(name, column);
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
