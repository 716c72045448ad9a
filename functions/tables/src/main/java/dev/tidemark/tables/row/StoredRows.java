package dev.tidemark.tables.row;

import dev.tidemark.parquet.ParquetRows;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.SeekableInputStream;

/** A file of a table, opened to be read in some of its columns. */
final class StoredRows implements AutoCloseable {
  private final SeekableInputStream stream;
  private final ParquetRows rows;

  /**
   * @param size of the file
   */
  StoredRows(InputFile file, long size, List<String> columns) throws IOException {
    this.stream = file.newStream();
    try {
      this.rows = new ParquetRows(this::part, size, columns);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  private byte[] part(long from, int length) throws IOException {
    stream.seek(from);
    byte[] bytes = stream.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("it ends after " + (from + bytes.length) + " bytes");
    }
    return bytes;
  }

  ParquetRows rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
