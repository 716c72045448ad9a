package dev.tidemark.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file that {@link ParquetOutput} wrote, one after the other, in some of
 * their columns: of the others nothing is read. Parquet's own reader makes codecs of Hadoop's
 * before it looks at the ones that it is given.
 */
public final class ParquetRows {
  private final StoredFile file;
  private final MessageType wanted;
  private final List<String> names;
  private final @Nullable ColumnReader[] readers;
  private int group;
  private long left;

  /**
   * Reads the end of the file.
   *
   * @param size of the whole file
   * @param columns names of columns; one that the file does not have is empty in all rows
   * @throws IOException if it is no Parquet file
   */
  public ParquetRows(FilePart from, long size, List<String> columns) throws IOException {
    file = new StoredFile(from, size);
    MessageType schema = file.schema();
    wanted =
        new MessageType(
            schema.getName(),
            columns.stream().filter(schema::containsField).map(schema::getType).toList());
    names = List.copyOf(columns);
    readers = new @Nullable ColumnReader[columns.size()];
  }

  /** Goes on to the next row, the first one at first; false behind the last. */
  public boolean next() throws IOException {
    if (left > 0) {
      for (int column = 0; column < readers.length; column++) {
        pass(column);
      }
      left--;
    }
    while (left == 0) {
      if (group == file.groups()) {
        return false;
      }
      PageReadStore next = file.group(group++, wanted);
      left = next.getRowCount();
      open(next);
    }
    return true;
  }

  /** A value that nobody took is still in front of the next one, and what is absent is not. */
  private void pass(int column) {
    ColumnReader value = value(column);
    if (value != null) {
      value.skip();
    }
    ColumnReader reader = readers[column];
    if (reader != null) {
      reader.consume();
    }
  }

  private void open(PageReadStore next) {
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(next, NoConversion.GROUP, wanted, file.createdBy());
    for (int column = 0; column < readers.length; column++) {
      String name = names.get(column);
      readers[column] =
          wanted.containsField(name)
              ? store.getColumnReader(descriptor(wanted.getType(name)))
              : null;
    }
  }

  private ColumnDescriptor descriptor(Type type) {
    return wanted.getColumnDescription(new String[] {type.getName()});
  }

  private @Nullable ColumnReader value(int column) {
    ColumnReader reader = readers[column];
    return reader != null
            && reader.getCurrentDefinitionLevel() == reader.getDescriptor().getMaxDefinitionLevel()
        ? reader
        : null;
  }

  /** The text in {@code column} of this row; null where there is none. */
  public @Nullable String text(int column) {
    ColumnReader value = value(column);
    return value == null ? null : value.getBinary().toStringUsingUTF8();
  }

  /** The bytes in {@code column} of this row; null where there are none. */
  public byte @Nullable [] bytes(int column) {
    ColumnReader value = value(column);
    return value == null ? null : value.getBinary().getBytes();
  }

  /** The number of 32 bits in {@code column} of this row; 0 where there is none. */
  public int integer(int column) {
    ColumnReader value = value(column);
    return value == null ? 0 : value.getInteger();
  }

  /** The number of 64 bits in {@code column} of this row; 0 where there is none. */
  public long number(int column) {
    ColumnReader value = value(column);
    return value == null ? 0 : value.getLong();
  }
}
