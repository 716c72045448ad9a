package dev.tidemark.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.landed.ShownJson;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSON object a row, each on a line of its own.
 *
 * @param out where it goes
 */
record JsonResult(Writer out) implements ResultForm {
  @Override
  public void write(ResultSet rows) throws SQLException, IOException {
    List<String> names = names(rows);
    while (rows.next()) {
      ObjectNode row = JsonNodeFactory.instance.objectNode();
      for (int column = 1; column <= names.size(); column++) {
        row.set(names.get(column - 1), ShownCells.json(rows.getObject(column)));
      }
      out.write(ShownJson.line(row.toString()));
      out.write('\n');
    }
    out.flush();
  }

  /** Two columns of one name would be one member: the second is {@code name_1}. */
  private static List<String> names(ResultSet rows) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
      String label = rows.getMetaData().getColumnLabel(column);
      String name = label;
      for (int more = 1; names.contains(name); more++) {
        name = label + "_" + more;
      }
      names.add(name);
    }
    return names;
  }
}
