package dev.tidemark.tables;

import dev.tidemark.rest.definition.DeclaredColumn;
import dev.tidemark.tables.row.TableColumns;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * Gives a table the columns that a definition declares now: new ones are added, those that are
 * declared no more are dropped, and decimals get more digits before the point. Rows that are there
 * already get the values of new columns when their files are written anew.
 */
final class Evolution {
  private final Table table;

  Evolution(Table table) {
    this.table = table;
  }

  /**
   * Changes what has to be changed.
   *
   * @throws IllegalStateException if a column would get a type that it cannot become
   */
  void to(List<DeclaredColumn> columns) {
    UpdateSchema update = table.updateSchema();
    boolean changes = false;
    Set<String> kept = new HashSet<>();
    for (NestedField field : TableColumns.OF_ALL.columns()) {
      kept.add(field.name());
    }
    for (DeclaredColumn column : columns) {
      kept.add(column.name());
      changes |= change(update, column);
    }
    for (NestedField field : table.schema().columns()) {
      if (!kept.contains(field.name())) {
        update.deleteColumn(field.name());
        changes = true;
      }
    }
    if (changes) {
      update.commit();
      table.refresh();
    }
  }

  private boolean change(UpdateSchema update, DeclaredColumn column) {
    Type.PrimitiveType wanted = TableColumns.of(column.type());
    @Nullable NestedField there = table.schema().findField(column.name());
    if (there == null) {
      update.addColumn(column.name(), wanted, column.path().toString());
      return true;
    }
    if (there.type().equals(wanted)) {
      return false;
    }
    if (!TypeUtil.isPromotionAllowed(there.type(), wanted)) {
      throw new IllegalStateException(
          "the column "
              + column.name()
              + " of "
              + table.name()
              + " is "
              + there.type()
              + " and cannot become "
              + wanted
              + ": call it otherwise under columns, or raise schema, which makes a new table");
    }
    update.updateColumn(column.name(), wanted);
    return true;
  }
}
