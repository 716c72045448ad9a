package dev.tidemark.parquet;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** The cells of the row that is being written, by the numbers of their columns, upwards. */
public final class Cells {
  private final RecordConsumer rows;
  private final String[] names;

  Cells(MessageType schema, RecordConsumer rows) {
    this.rows = rows;
    this.names = new String[schema.getFieldCount()];
    for (int column = 0; column < names.length; column++) {
      names[column] = schema.getFieldName(column);
    }
  }

  /** Writes a text; nothing where there is none. */
  public void text(int column, @Nullable String text) {
    if (text != null) {
      binary(column, Binary.fromString(text));
    }
  }

  /** Writes bytes as they are. */
  public void bytes(int column, byte[] bytes) {
    binary(column, Binary.fromConstantByteArray(bytes));
  }

  private void binary(int column, Binary value) {
    rows.startField(names[column], column);
    rows.addBinary(value);
    rows.endField(names[column], column);
  }

  /** Writes a number of 32 bits. */
  public void integer(int column, int number) {
    rows.startField(names[column], column);
    rows.addInteger(number);
    rows.endField(names[column], column);
  }

  /** Writes a number of 64 bits. */
  public void number(int column, long number) {
    rows.startField(names[column], column);
    rows.addLong(number);
    rows.endField(names[column], column);
  }

  /** Writes a floating number. */
  public void real(int column, double number) {
    rows.startField(names[column], column);
    rows.addDouble(number);
    rows.endField(names[column], column);
  }

  /** Writes whether something holds. */
  public void truth(int column, boolean holds) {
    rows.startField(names[column], column);
    rows.addBoolean(holds);
    rows.endField(names[column], column);
  }
}
