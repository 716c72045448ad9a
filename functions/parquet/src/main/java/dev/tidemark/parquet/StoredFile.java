package dev.tidemark.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.MessageType;

/** A Parquet file whose parts are read as they are asked for. */
final class StoredFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = Integer.BYTES + MAGIC.length;

  private final FilePart bytes;
  private final ParquetMetadata footer;

  /**
   * @param size of the whole file
   */
  StoredFile(FilePart bytes, long size) throws IOException {
    this.bytes = bytes;
    if (size < TAIL + MAGIC.length) {
      throw new IOException("it is no Parquet file: it has " + size + " bytes");
    }
    ByteBuffer tail = ByteBuffer.wrap(bytes.read(size - TAIL, TAIL)).order(ByteOrder.LITTLE_ENDIAN);
    int length = tail.getInt();
    if (!tail.slice().equals(ByteBuffer.wrap(MAGIC)) || length < 0 || length > size - TAIL) {
      throw new IOException("it is no Parquet file: its end says otherwise");
    }
    footer =
        new ParquetMetadataConverter()
            .readParquetMetadata(
                new ByteArrayInputStream(bytes.read(size - TAIL - length, length)),
                ParquetMetadataConverter.NO_FILTER);
  }

  MessageType schema() {
    return footer.getFileMetaData().getSchema();
  }

  String createdBy() {
    return footer.getFileMetaData().getCreatedBy();
  }

  int groups() {
    return footer.getBlocks().size();
  }

  /** The group {@code number} in the columns of {@code wanted}. */
  PageReadStore group(int number, MessageType wanted) throws IOException {
    BlockMetaData block = footer.getBlocks().get(number);
    Map<String, PageReader> pages = new HashMap<>();
    for (ColumnChunkMetaData chunk : block.getColumns()) {
      String name = chunk.getPath().toDotString();
      if (wanted.containsField(name)) {
        byte[] stored = bytes.read(chunk.getStartingPos(), Math.toIntExact(chunk.getTotalSize()));
        pages.put(name, new ChunkPages(chunk, stored));
      }
    }
    return new Group(block.getRowCount(), pages);
  }

  private record Group(long rows, Map<String, PageReader> pages) implements PageReadStore {
    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
      PageReader found = pages.get(String.join(".", column.getPath()));
      if (found == null) {
        throw new IllegalArgumentException("no such column: " + column);
      }
      return found;
    }

    @Override
    public long getRowCount() {
      return rows;
    }
  }
}
