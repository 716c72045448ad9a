package dev.tidemark.tables.glue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/**
 * The columns of a table as Glue shows them. Engines that read Iceberg take theirs from the table's
 * metadata; what is shown is for people, for Lake Formation and for whoever searches the catalog.
 */
final class GlueColumns {
  /** Glue takes no longer comment. */
  private static final int COMMENT = 255;

  private GlueColumns() {}

  static ArrayNode of(Schema schema) {
    ArrayNode columns = JsonNodeFactory.instance.arrayNode();
    for (NestedField field : schema.columns()) {
      ObjectNode column = columns.addObject().put("Name", field.name()).put("Type", type(field));
      String comment = field.doc();
      if (comment != null && !comment.isEmpty()) {
        column.put("Comment", comment.substring(0, Math.min(comment.length(), COMMENT)));
      }
      column
          .putObject("Parameters")
          .put("iceberg.field.id", Integer.toString(field.fieldId()))
          .put("iceberg.field.optional", Boolean.toString(field.isOptional()))
          .put("iceberg.field.current", "true");
    }
    return columns;
  }

  private static String type(NestedField field) {
    Type type = field.type();
    return switch (type.typeId()) {
      case STRING -> "string";
      case INTEGER -> "int";
      case LONG -> "bigint";
      case BOOLEAN -> "boolean";
      case DOUBLE -> "double";
      case TIMESTAMP -> "timestamp";
      case DECIMAL -> {
        Types.DecimalType decimal = (Types.DecimalType) type;
        yield "decimal(%d,%d)".formatted(decimal.precision(), decimal.scale());
      }
      default -> throw new IllegalArgumentException("no column has the type " + type);
    };
  }
}
