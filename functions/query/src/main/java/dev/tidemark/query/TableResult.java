package dev.tidemark.query;

import dev.tidemark.cli.landed.ShownJson;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Columns for the eye, as wide as the widest of the first rows. What would control a terminal is
 * escaped.
 *
 * @param out where it goes
 */
record TableResult(Writer out) implements ResultForm {
  /** So many rows, or characters, wait until the widths are known. */
  private static final int FIRST = 1_000;

  private static final int CHARACTERS = 4 * 1024 * 1024;
  private static final String GAP = "  ";

  @Override
  public void write(ResultSet rows) throws SQLException, IOException {
    ResultSetMetaData columns = rows.getMetaData();
    if (isPlan(columns)) {
      plan(rows);
      return;
    }
    List<String> titles = new ArrayList<>();
    int[] widths = new int[columns.getColumnCount()];
    boolean[] numbers = new boolean[widths.length];
    for (int column = 0; column < widths.length; column++) {
      titles.add(ShownJson.line(columns.getColumnLabel(column + 1)));
      numbers[column] = isNumber(columns.getColumnType(column + 1));
    }
    List<List<String>> waiting = new ArrayList<>(List.of(titles));
    long count = waiting(rows, waiting, widths.length);
    for (List<String> row : waiting) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    for (List<String> row : waiting) {
      line(row, widths, numbers);
    }
    while (rows.next()) {
      line(row(rows, widths.length), widths, numbers);
      count++;
    }
    out.write(String.format(Locale.ROOT, "(%,d %s)%n", count, count == 1 ? "row" : "rows"));
    out.flush();
  }

  private static long waiting(ResultSet rows, List<List<String>> waiting, int columns)
      throws SQLException {
    long characters = 0;
    // The last call of next() is the caller's: one that has said no says it again.
    while (waiting.size() <= FIRST && characters < CHARACTERS && rows.next()) {
      List<String> row = row(rows, columns);
      waiting.add(row);
      characters += row.stream().mapToLong(String::length).sum();
    }
    return waiting.size() - 1L;
  }

  private static List<String> row(ResultSet rows, int columns) throws SQLException {
    List<String> row = new ArrayList<>();
    for (int column = 1; column <= columns; column++) {
      @Nullable String text = ShownCells.text(rows.getObject(column));
      row.add(text == null ? "NULL" : ShownJson.line(text));
    }
    return row;
  }

  private void line(List<String> row, int[] widths, boolean[] numbers) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String text = row.get(column);
      String space = " ".repeat(Math.max(widths[column] - width(text), 0));
      line.append(column == 0 ? "" : GAP);
      line.append(numbers[column] ? space + text : text + space);
    }
    out.write(line.toString().stripTrailing());
    out.write('\n');
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isNumber(int type) {
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE ->
          true;
      default -> false;
    };
  }

  /** What EXPLAIN answers is a drawing, of lines. */
  private static boolean isPlan(ResultSetMetaData columns) throws SQLException {
    return columns.getColumnCount() == 2 && columns.getColumnLabel(1).equals("explain_key");
  }

  private void plan(ResultSet rows) throws SQLException, IOException {
    while (rows.next()) {
      for (String line : String.valueOf(rows.getString(2)).split("\n", -1)) {
        out.write(ShownJson.line(line));
        out.write('\n');
      }
    }
    out.flush();
  }
}
