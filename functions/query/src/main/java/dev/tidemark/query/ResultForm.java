package dev.tidemark.query;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How rows are written. Each is written as soon as it may, so that there may be any number. */
interface ResultForm {
  /** The words for the forms that there are. */
  List<String> WORDS = List.of("table", "csv", "json");

  /** Writes {@code rows}. */
  void write(ResultSet rows) throws SQLException, IOException;

  /** The form that {@code word} names, which is one of {@link #WORDS}. */
  static ResultForm of(String word, Writer out) {
    return switch (word) {
      case "csv" -> new CsvResult(out);
      case "json" -> new JsonResult(out);
      default -> new TableResult(out);
    };
  }
}
