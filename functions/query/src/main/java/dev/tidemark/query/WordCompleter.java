package dev.tidemark.query;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes tables, columns, and the words of SQL and of the prompt.
 *
 * @param tables what may be asked
 */
record WordCompleter(Tables tables) implements Completer {
  private static final List<String> SQL =
      List.of(
          "SELECT",
          "FROM",
          "WHERE",
          "GROUP BY",
          "ORDER BY",
          "HAVING",
          "LIMIT",
          "JOIN",
          "LEFT JOIN",
          "USING",
          "ON",
          "AND",
          "OR",
          "NOT",
          "NULL",
          "IS NULL",
          "IS NOT NULL",
          "AS",
          "WITH",
          "CASE",
          "WHEN",
          "THEN",
          "ELSE",
          "END",
          "DISTINCT",
          "UNION ALL",
          "EXCEPT",
          "INTERSECT",
          "BETWEEN",
          "LIKE",
          "IN",
          "DESC",
          "ASC",
          "QUALIFY",
          "OVER",
          "PARTITION BY",
          "INTERVAL",
          "CAST",
          "count(*)",
          "sum(",
          "avg(",
          "min(",
          "max(",
          "row_number()",
          "from_json(record, ",
          "DESCRIBE",
          "EXPLAIN");

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    if (line.line().startsWith(".")) {
      Prompt.COMMANDS.forEach(word -> candidates.add(new Candidate(word)));
      return;
    }
    TreeSet<String> words = new TreeSet<>(LandedTable.HISTORY);
    for (LandedTable table : tables.known()) {
      words.add(table.name());
      if (!tables.schema().isEmpty()) {
        words.add(LandedTable.quoted(table.table()));
      }
    }
    words.addAll(SQL);
    String typed = line.word();
    boolean small = !typed.isEmpty() && typed.equals(typed.toLowerCase(Locale.ROOT));
    SQL.stream().filter(word -> small).forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
    words.forEach(word -> candidates.add(new Candidate(word)));
  }
}
