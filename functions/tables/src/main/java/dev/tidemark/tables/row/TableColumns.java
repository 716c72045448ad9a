package dev.tidemark.tables.row;

import static org.apache.iceberg.types.Types.NestedField.optional;
import static org.apache.iceberg.types.Types.NestedField.required;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.tidemark.parquet.Decimals;
import dev.tidemark.rest.definition.ColumnType;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type.Repetition;

/** The columns that every table has, and how Parquet writes columns. */
public final class TableColumns {
  /** Every table begins with these. */
  public static final Schema OF_ALL =
      new Schema(
          required(1, "id", Types.StringType.get(), "what identifies the record"),
          required(2, "id_form", Types.StringType.get(), "whether the id is a text or a number"),
          optional(3, "version", Types.StringType.get(), "the source's own"),
          required(4, "generation", Types.IntegerType.get(), "by which lines are compared first"),
          required(5, "fetched_at", Types.TimestampType.withZone(), "when its page was asked for"),
          required(6, "run", Types.StringType.get(), "that published it"),
          required(7, "batch", Types.LongType.get(), "of the run"),
          optional(8, "parent", Types.StringType.get(), "the parent's id"),
          required(9, "record", Types.StringType.get(), "as the API sent it"));

  /** Names of the columns that a {@link TableRow} has. */
  static final List<String> ROW =
      OF_ALL.columns().stream()
          .map(NestedField::name)
          .filter(name -> !"record".equals(name))
          .toList();

  /** The name of the column that has the record itself. */
  static final String RECORD = "record";

  private TableColumns() {}

  /** The type of a column that a definition declares. */
  public static Type.PrimitiveType of(ColumnType type) {
    return switch (type.kind()) {
      case STRING -> Types.StringType.get();
      case LONG -> Types.LongType.get();
      case DECIMAL -> Types.DecimalType.of(type.precision(), type.scale());
      case DOUBLE -> Types.DoubleType.get();
      case BOOLEAN -> Types.BooleanType.get();
      case TIMESTAMP -> Types.TimestampType.withZone();
    };
  }

  /** The same columns as Parquet has them, with the numbers of their fields. */
  static MessageType parquet(Schema schema) {
    return new MessageType("rows", schema.columns().stream().map(TableColumns::parquet).toList());
  }

  private static org.apache.parquet.schema.Type parquet(NestedField field) {
    Repetition repetition = field.isOptional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    return primitive(field.type(), repetition).id(field.fieldId()).named(field.name());
  }

  private static org.apache.parquet.schema.Types.PrimitiveBuilder<PrimitiveType> primitive(
      Type type, Repetition repetition) {
    return switch (type.typeId()) {
      case STRING -> org.apache.parquet.schema.Types.primitive(BINARY, repetition).as(stringType());
      case INTEGER -> org.apache.parquet.schema.Types.primitive(INT32, repetition);
      case LONG -> org.apache.parquet.schema.Types.primitive(INT64, repetition);
      case BOOLEAN -> org.apache.parquet.schema.Types.primitive(BOOLEAN, repetition);
      case DOUBLE -> org.apache.parquet.schema.Types.primitive(DOUBLE, repetition);
      case TIMESTAMP ->
          org.apache.parquet.schema.Types.primitive(INT64, repetition)
              .as(timestampType(true, TimeUnit.MICROS));
      case DECIMAL -> {
        Types.DecimalType decimal = (Types.DecimalType) type;
        yield Decimals.column(repetition, decimal.precision(), decimal.scale());
      }
      default -> throw new IllegalArgumentException("no column has the type " + type);
    };
  }
}
