package dev.tidemark.query;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Asks for statements at a terminal until the operator leaves. A statement that fails says so, and
 * Ctrl-C ends the one that is being carried out; the prompt stays.
 */
final class Prompt {
  /** The words that are no SQL. */
  static final List<String> COMMANDS = List.of(".tables", ".format", ".help", ".exit");

  private static final String HELP =
      """
      A statement ends with a semicolon and may have several lines.
        .tables          the tables: the published state of a resource, and its history
        .format FORM     table, csv or json
        .help            this
        .exit            leave; so does Ctrl-D. Ctrl-C ends a statement
      Columns: DESCRIBE lev.deals; a record is text, of which DuckDB takes members exactly by
        from_json(record, '{"amount":"DECIMAL(38,10)","title":"VARCHAR"}').amount
      """;

  private final SqlSession session;
  private final Terminal terminal;
  private final LineReader reader;
  private final List<String> pager;
  private String format;

  /**
   * @param history a file that keeps what was typed
   * @param pager the command that shows what is too long for the screen; empty for none
   * @param format one of {@link ResultForm#WORDS}
   */
  Prompt(SqlSession session, Terminal terminal, Path history, List<String> pager, String format) {
    this.session = session;
    this.terminal = terminal;
    this.pager = List.copyOf(pager);
    this.format = format;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("tidemark")
            .parser(new StatementParser())
            .completer(new WordCompleter(session.tables()))
            .variable(LineReader.HISTORY_FILE, history)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "     ...> ")
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.BRACKETED_PASTE, true)
            .build();
  }

  /** Asks until the operator leaves. */
  void run() {
    PrintWriter out = terminal.writer();
    out.println("SQL over what is published; .help says how, .tables what there is.");
    boolean stays = true;
    while (stays) {
      try {
        stays = take(reader.readLine("tidemark> ").strip());
      } catch (UserInterruptException e) {
        // What was typed is dropped.
        stays = true;
      } catch (EndOfFileException e) {
        stays = false;
      }
      out.flush();
    }
  }

  private boolean take(String line) {
    String[] words = line.toLowerCase(Locale.ROOT).split("\\s+", 2);
    switch (words[0]) {
      case ".exit", ".quit" -> {
        return false;
      }
      case ".help" -> terminal.writer().print(HELP);
      case ".tables" -> tables();
      case ".format" -> format(words.length > 1 ? words[1] : "");
      default -> {
        if (line.startsWith(".")) {
          terminal.writer().println(words[0] + " is not known; see .help");
        } else {
          Statements.of(line).whole().forEach(this::carryOut);
        }
      }
    }
    return true;
  }

  private void tables() {
    session.tables().known().forEach(table -> terminal.writer().println(table.name()));
    session.tables().unknown().forEach(terminal.writer()::println);
  }

  private void format(String word) {
    if (ResultForm.WORDS.contains(word)) {
      format = word;
    } else {
      terminal.writer().println("write one of " + String.join(", ", ResultForm.WORDS));
    }
  }

  private void carryOut(String sql) {
    Terminal.SignalHandler before =
        terminal.handle(Terminal.Signal.INT, signal -> session.cancel());
    try (Writer paged =
        new Paged(
            terminal.writer(),
            pager,
            terminal.getSize().getRows(),
            terminal.getSize().getColumns())) {
      session.run(sql, ResultForm.of(format, paged));
    } catch (Paged.LeftException e) {
      // Whoever leaves the pager has seen enough.
      session.cancel();
    } catch (RuntimeException e) {
      // Whatever it was, of the statement or of the lake's store: the next may do better.
      terminal.writer().println(e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (IOException e) {
      terminal.writer().println("the terminal cannot be written: " + e.getMessage());
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
    }
  }
}
