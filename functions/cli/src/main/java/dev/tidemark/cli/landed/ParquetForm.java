package dev.tidemark.cli.landed;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.tidemark.parquet.Cells;
import dev.tidemark.parquet.Decimals;
import dev.tidemark.parquet.ParquetOutput;
import dev.tidemark.rest.definition.ColumnType;
import dev.tidemark.rest.definition.DeclaredColumn;
import dev.tidemark.rest.record.LineColumns;
import dev.tidemark.rest.record.LineRecall;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Parquet with the columns that {@link CsvForm} has: texts, a number and a time, and the record as
 * the text that it is.
 */
public final class ParquetForm implements LineForm {
  private static final List<Type> OF_ALL =
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
          .named("lines")
          .getFields();

  private final LineRecall reading;
  private @Nullable ParquetOutput file;

  /**
   * @param reading what the resource's definition knows of its lines
   */
  public ParquetForm(LineRecall reading) {
    this.reading = reading;
  }

  private ParquetOutput file(OutputStream to) throws IOException {
    ParquetOutput open =
        file == null ? new ParquetOutput(to, schema(), List.of("id", "record")) : file;
    file = open;
    return open;
  }

  private MessageType schema() {
    List<Type> fields = new ArrayList<>(OF_ALL);
    for (DeclaredColumn column : reading.columns().columns()) {
      fields.add(column(column.type()).named(column.name()));
    }
    return new MessageType("lines", fields);
  }

  private static Types.PrimitiveBuilder<PrimitiveType> column(ColumnType type) {
    return switch (type.kind()) {
      case STRING -> Types.optional(BINARY).as(stringType());
      case LONG -> Types.optional(INT64);
      case DECIMAL -> Decimals.column(Repetition.OPTIONAL, type.precision(), type.scale());
      case DOUBLE -> Types.optional(DOUBLE);
      case BOOLEAN -> Types.optional(BOOLEAN);
      case TIMESTAMP -> Types.optional(INT64).as(timestampType(true, TimeUnit.MICROS));
    };
  }

  @Override
  public void write(byte[] line, OutputStream to) throws IOException {
    LineColumns columns = LineColumns.of(line, reading);
    file(to).add(cells -> write(columns, cells));
  }

  private static void write(LineColumns line, Cells to) {
    to.text(0, line.name().shown());
    to.text(1, line.version());
    to.integer(2, line.line().generation());
    to.number(3, line.line().fetchedAt().toEpochMilli());
    to.text(4, line.line().run());
    to.text(5, line.parent());
    to.bytes(6, line.record());
    for (int column = 0; column < line.values().length; column++) {
      to.value(OF_ALL.size() + column, line.values()[column]);
    }
  }

  @Override
  public void end(OutputStream to) throws IOException {
    file(to).end();
  }
}
