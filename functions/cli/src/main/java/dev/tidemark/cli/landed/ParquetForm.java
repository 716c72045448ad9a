package dev.tidemark.cli.landed;

import dev.tidemark.rest.record.LineRecall;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.jspecify.annotations.Nullable;

/**
 * Parquet with the columns that {@link CsvForm} has: texts, a number and a time, and the record as
 * the text that it is. A group of rows is written as soon as it is large, so that the file may have
 * any size.
 */
public final class ParquetForm implements LineForm {
  private static final long GROUP = 16L * 1024 * 1024;

  private final LineRecall reading;
  private @Nullable ParquetFileWriter file;
  private @Nullable ParquetRows group;

  /**
   * @param reading what the resource's definition knows of its lines
   */
  public ParquetForm(LineRecall reading) {
    this.reading = reading;
  }

  private ParquetFileWriter file(OutputStream to) throws IOException {
    ParquetFileWriter open = file;
    if (open == null) {
      open =
          new ParquetFileWriter(
              new CountedOutput(to),
              ParquetRows.SCHEMA,
              ParquetFileWriter.Mode.CREATE,
              GROUP,
              0,
              ParquetRows.PROPERTIES.getColumnIndexTruncateLength(),
              ParquetRows.PROPERTIES.getStatisticsTruncateLength(),
              true);
      open.start();
      file = open;
    }
    return open;
  }

  @Override
  public void write(byte[] line, OutputStream to) throws IOException {
    ParquetRows rows = group == null ? new ParquetRows() : group;
    group = rows;
    rows.add(LineColumns.of(line, reading));
    if (rows.size() >= GROUP) {
      rows.writeTo(file(to));
      group = null;
    }
  }

  @Override
  public void end(OutputStream to) throws IOException {
    ParquetFileWriter open = file(to);
    if (group != null) {
      group.writeTo(open);
      group = null;
    }
    open.end(Map.of());
  }
}
