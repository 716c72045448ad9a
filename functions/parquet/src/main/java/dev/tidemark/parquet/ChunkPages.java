package dev.tidemark.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/** The pages of one column in one group of rows. Each is unpacked when it is asked for. */
final class ChunkPages implements PageReader {
  private static final ParquetMetadataConverter NAMES = new ParquetMetadataConverter();

  private final ColumnChunkMetaData chunk;
  private final ByteArrayInputStream stored;
  private final Statistics<?> none;
  private final @Nullable DictionaryPage dictionary;
  private long seen;

  /**
   * @param stored the chunk's bytes
   */
  ChunkPages(ColumnChunkMetaData chunk, byte[] stored) throws IOException {
    if (chunk.getCodec() != CompressionCodecName.GZIP) {
      throw new IOException("its pages are packed as " + chunk.getCodec() + " and not as GZIP");
    }
    this.chunk = chunk;
    this.stored = new ByteArrayInputStream(stored);
    this.none = Statistics.getBuilderForReading(chunk.getPrimitiveType()).build();
    this.stored.mark(0);
    PageHeader first = Util.readPageHeader(this.stored);
    DictionaryPageHeader words = first.getDictionary_page_header();
    if (words != null) {
      dictionary =
          new DictionaryPage(
              unpacked(first), words.getNum_values(), NAMES.getEncoding(words.getEncoding()));
    } else {
      dictionary = null;
      this.stored.reset();
    }
  }

  private BytesInput unpacked(PageHeader page) throws IOException {
    byte[] packed = stored.readNBytes(page.getCompressed_page_size());
    int size = page.getUncompressed_page_size();
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 13)) {
      byte[] bytes = gzip.readNBytes(size);
      if (bytes.length != size) {
        throw new IOException("a page has " + bytes.length + " bytes of " + size);
      }
      return BytesInput.from(bytes);
    }
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    return dictionary;
  }

  @Override
  public long getTotalValueCount() {
    return chunk.getValueCount();
  }

  @Override
  public @Nullable DataPage readPage() {
    if (seen >= chunk.getValueCount()) {
      return null;
    }
    try {
      PageHeader page = Util.readPageHeader(stored);
      DataPageHeader values = page.getData_page_header();
      if (values == null) {
        throw new IOException("a page is a " + page.getType() + " and no DATA_PAGE");
      }
      seen += values.getNum_values();
      return new DataPageV1(
          unpacked(page),
          values.getNum_values(),
          page.getUncompressed_page_size(),
          none,
          NAMES.getEncoding(values.getRepetition_level_encoding()),
          NAMES.getEncoding(values.getDefinition_level_encoding()),
          NAMES.getEncoding(values.getEncoding()));
    } catch (IOException e) {
      throw new UncheckedIOException("the column " + chunk.getPath() + " cannot be read", e);
    }
  }
}
