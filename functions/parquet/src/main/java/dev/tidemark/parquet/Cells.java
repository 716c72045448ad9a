package dev.tidemark.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** The cells of the row that is being written, by the numbers of their columns, upwards. */
public final class Cells {
  private final RecordConsumer rows;
  private final String[] names;
  private final MessageType schema;

  Cells(MessageType schema, RecordConsumer rows) {
    this.rows = rows;
    this.schema = schema;
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

  /**
   * Writes a value as its column has it: a String, Long, BigDecimal, Double, Boolean or Instant;
   * nothing where there is none.
   *
   * @throws ArithmeticException if a decimal has more digits behind the point than its column
   */
  public void value(int column, @Nullable Object value) {
    switch (value) {
      case null -> {
        // A cell without a value is left out.
      }
      case String text -> text(column, text);
      case Long number -> number(column, number);
      case BigDecimal number -> decimal(column, number);
      case Double number -> real(column, number);
      case Boolean holds -> truth(column, holds);
      case Instant at -> number(column, ChronoUnit.MICROS.between(Instant.EPOCH, at));
      default -> throw new IllegalArgumentException("no column has a " + value.getClass());
    }
  }

  private void decimal(int column, BigDecimal number) {
    PrimitiveType type = schema.getType(column).asPrimitiveType();
    if (!(type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal)) {
      throw new IllegalArgumentException("not a column of decimals: " + type);
    }
    BigInteger digits = number.setScale(decimal.getScale()).unscaledValue();
    switch (type.getPrimitiveTypeName()) {
      case INT32 -> integer(column, digits.intValueExact());
      case INT64 -> number(column, digits.longValueExact());
      default -> bytes(column, padded(digits, type.getTypeLength()));
    }
  }

  /** The same number in two's complement of {@code length} bytes. */
  private static byte[] padded(BigInteger digits, int length) {
    byte[] shortest = digits.toByteArray();
    byte[] padded = new byte[length];
    Arrays.fill(padded, (byte) (digits.signum() < 0 ? -1 : 0));
    System.arraycopy(shortest, 0, padded, length - shortest.length, shortest.length);
    return padded;
  }
}
