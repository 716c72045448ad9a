package dev.tidemark.query;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.lake.Lake;
import dev.tidemark.rest.definition.ColumnType;
import dev.tidemark.rest.definition.DeclaredColumn;
import dev.tidemark.rest.record.LineRecall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A table that a query may name: the state of a resource that is published, or its history.
 *
 * @param key the resource
 * @param lake in which it is published
 * @param reading what its definition knows of its lines
 * @param history whether it has every line, or those that count
 */
record LandedTable(ResourceKey key, Lake lake, LineRecall reading, boolean history) {
  /** Of the lines that count; the names are those of an export. */
  static final List<String> STATE =
      List.of("id", "version", "generation", "fetched_at", "run", "parent", "record");

  /** Of every line, with where it is from. */
  static final List<String> HISTORY =
      List.of(
          "id",
          "version",
          "generation",
          "fetched_at",
          "op",
          "run",
          "completed_at",
          "batch",
          "parent",
          "request_first",
          "request_last",
          "object",
          "schema_version",
          "record");

  private static final String SUFFIX = "__history";
  private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** The schema that holds it. */
  String schema() {
    return key.connection();
  }

  /** Its name in the schema. */
  String table() {
    return key.resource() + (history ? SUFFIX : "");
  }

  /** Its name as a query writes it, quoted where SQL asks for it. */
  String name() {
    return quoted(schema()) + "." + quoted(table());
  }

  /** Its columns, in their order. */
  List<String> columns() {
    List<String> names = new ArrayList<>(history ? HISTORY : STATE);
    declared().forEach(column -> names.add(column.name()));
    return names;
  }

  /** The typed columns that its definition declares, behind the others; none in a history. */
  List<DeclaredColumn> declared() {
    return history ? List.of() : reading.columns().columns();
  }

  /** What makes it, empty, in the place of an earlier one. */
  String definition() {
    StringBuilder definition = new StringBuilder("CREATE OR REPLACE TABLE " + exactName() + " (");
    for (String column : history ? HISTORY : STATE) {
      definition.append(definition.charAt(definition.length() - 1) == '(' ? "" : ", ");
      definition.append(column).append(' ').append(type(column));
    }
    for (DeclaredColumn column : declared()) {
      definition.append(", ").append(exact(column.name())).append(' ').append(type(column.type()));
    }
    return definition.append(')').toString();
  }

  /** Its name in quotes, whether SQL asks for them or not. */
  String exactName() {
    return exact(schema()) + "." + exact(table());
  }

  private static String type(String column) {
    return switch (column) {
      case "generation", "schema_version" -> "INTEGER";
      case "batch" -> "BIGINT";
      case "fetched_at", "completed_at" -> "TIMESTAMPTZ";
      default -> "VARCHAR";
    };
  }

  private static String type(ColumnType type) {
    return switch (type.kind()) {
      case STRING -> "VARCHAR";
      case LONG -> "BIGINT";
      case DECIMAL -> "DECIMAL(" + type.precision() + "," + type.scale() + ")";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case TIMESTAMP -> "TIMESTAMPTZ";
    };
  }

  /** Whether {@code sql} has its name, in whichever place; {@code alone} without its schema. */
  boolean isNamed(String sql, boolean alone) {
    return has(sql, table()) && (alone || has(sql, schema()));
  }

  private static boolean has(String sql, String name) {
    String text = sql.toLowerCase(Locale.ROOT);
    String wanted = name.toLowerCase(Locale.ROOT);
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (isBorder(text, at - 1) && isBorder(text, at + wanted.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBorder(String text, int at) {
    return at < 0
        || at >= text.length()
        || !(Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
  }

  /** {@code name} as SQL reads it: in quotes where it is no plain word. */
  static String quoted(String name) {
    return BARE.matcher(name).matches() ? name : exact(name);
  }

  static String exact(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
