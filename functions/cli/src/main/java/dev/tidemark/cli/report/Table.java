package dev.tidemark.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines in columns: texts to the left, numbers to the right, as wide as their widest. */
public final class Table {
  private final List<List<Object>> rows = new ArrayList<>();

  /** A table with these titles, one a column. */
  public Table(String... titles) {
    rows.add(List.of((Object[]) titles));
  }

  /** Adds a line. */
  public Table row(Object... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(cells.length + " cells != " + rows.getFirst().size());
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Whether there is nothing but titles. */
  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** The lines, titles first. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (List<Object> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(padded(text(row.get(column)), column)).append("  ");
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private String padded(String text, int column) {
    int width = rows.stream().mapToInt(row -> text(row.get(column)).length()).max().orElse(0);
    String space = " ".repeat(width - text.length());
    return isNumber(column) ? space + text : text + space;
  }

  private boolean isNumber(int column) {
    return rows.size() > 1 && rows.get(1).get(column) instanceof Number;
  }

  private static String text(Object cell) {
    return switch (cell) {
      case Double number -> String.format(Locale.ROOT, "%,.1f", number);
      case Number number -> String.format(Locale.ROOT, "%,d", number.longValue());
      default -> cell.toString();
    };
  }
}
