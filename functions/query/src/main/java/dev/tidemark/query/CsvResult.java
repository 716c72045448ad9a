package dev.tidemark.query;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, as of an export: what is null is an empty field, and a text without a
 * character is in quotes.
 *
 * @param out where it goes
 */
record CsvResult(Writer out) implements ResultForm {
  @Override
  public void write(ResultSet rows) throws SQLException, IOException {
    int columns = rows.getMetaData().getColumnCount();
    for (int column = 1; column <= columns; column++) {
      field(column, rows.getMetaData().getColumnLabel(column));
    }
    out.write("\r\n");
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        field(column, ShownCells.text(rows.getObject(column)));
      }
      out.write("\r\n");
    }
    out.flush();
  }

  private void field(int column, @Nullable String text) throws IOException {
    if (column > 1) {
      out.write(',');
    }
    if (text == null) {
      return;
    }
    boolean bare = !text.isEmpty() && text.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0);
    out.write(bare ? text : '"' + text.replace("\"", "\"\"") + '"');
  }
}
