package dev.tidemark.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.cli.site.Site;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statement after statement over one lake, into which others land meanwhile. */
final class PromptTest {
  @TempDir private Path folder;
  private LandedHome lake;
  private SqlSession session;

  PromptTest(@TempDir Path made) throws IOException {
    lake = LandedHome.in(made);
  }

  @BeforeEach
  void landed() throws IOException {
    lake.sync("deals");
    List<Site> sites = HomeSites.of(lake.home());
    session =
        new SqlSession(
            Tables.of(sites, Map.of("lev", dev.tidemark.rest.definition.Sources.builtIn("lev"))),
            folder,
            _ -> {});
  }

  @AfterEach
  void stop() {
    session.close();
    lake.close();
  }

  private String asked(String sql) throws IOException {
    StringWriter out = new StringWriter();
    session.run(sql, ResultForm.of("csv", out));
    return out.toString().lines().skip(1).findFirst().orElse("");
  }

  /** At a terminal without a device, which would have a mode of its own before the prompt. */
  private String typed(String lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Terminal terminal =
        new DumbTerminal(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out)) {
      new Prompt(session, terminal, folder.resolve("history"), List.of(), "table").run();
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_statement_that_fails_says_so_and_the_prompt_stays() throws IOException {
    String said =
        typed(
            """
            SELECT nope
            FROM lev.deals;
            .nope
            .tables
            .format json
            SELECT 42
            AS x;
            .exit
            """);
    assertThat(said)
        .contains(
            "Referenced column \"nope\" not found", ".nope is not known", "lev.deals__history")
        .contains("{\"x\":42}");
    assertThat(folder.resolve("history")).content().contains("AS x;");
  }

  @Test
  void a_run_that_is_published_meanwhile_is_seen_by_the_next_statement() throws IOException {
    assertThat(asked("SELECT count(*) FROM lev.deals")).isEqualTo("60");
    assertThat(asked("CREATE TEMP VIEW v AS SELECT * FROM lev.deals")).isEmpty();
    lake.lev().collection("deals").delete(lake.lev().collection("deals").ids().getFirst());
    lake.sync("deals", "--mode", "reconcile");
    assertThat(asked("SELECT count(*) FROM lev.deals")).isEqualTo("59");
    assertThat(asked("SELECT count(*) FROM v")).isEqualTo("59");
  }

  @Test
  void a_statement_is_cancelled_and_the_next_runs() throws IOException {
    CompletableFuture<String> endless =
        CompletableFuture.supplyAsync(() -> {
          try {
            return asked("SELECT count(*) FROM range(1000000000000) r(x) WHERE x % 7 = 3");
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
    while (!endless.isDone()) {
      session.cancel();
      Thread.onSpinWait();
    }
    assertThatThrownBy(endless::join).hasCauseInstanceOf(CanceledException.class);
    assertThat(asked("SELECT 42")).isEqualTo("42");
  }

  @Test
  void a_statement_has_several_lines_until_a_semicolon() {
    StatementParser parser = new StatementParser();
    assertThatThrownBy(() -> parser.parse("SELECT 1", 8, Parser.ParseContext.ACCEPT_LINE))
        .isInstanceOf(EOFError.class);
    assertThat(parser.parse("SELECT 1;", 9, Parser.ParseContext.ACCEPT_LINE).line())
        .isEqualTo("SELECT 1;");
    assertThat(parser.parse(".exit", 5, Parser.ParseContext.ACCEPT_LINE).line()).isEqualTo(".exit");
  }

  @Test
  void tables_columns_and_words_are_completed() throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(
                TerminalBuilder.builder()
                    .dumb(true)
                    .system(false)
                    .streams(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())
                    .build())
            .build();
    WordCompleter completer = new WordCompleter(session.tables());
    completer.complete(
        reader, new StatementParser().parse("sel", 3, Parser.ParseContext.COMPLETE), candidates);
    assertThat(candidates.stream().map(Candidate::value))
        .contains("lev.deals", "deals__history", "fetched_at", "SELECT", "select");
  }

  @Test
  void a_result_that_is_longer_than_the_screen_goes_to_the_pager() throws IOException {
    StringWriter terminal = new StringWriter();
    Path seen = folder.resolve("seen");
    try (Paged paged = new Paged(terminal, List.of("sh", "-c", "cat > '" + seen + "'"), 10, 80)) {
      session.run("SELECT * FROM range(50)", ResultForm.of("table", paged));
    }
    assertThat(seen).content().contains("(50 rows)");
    try (Paged paged = new Paged(terminal, List.of("/no/such/pager"), 10, 80)) {
      session.run("SELECT * FROM range(20)", ResultForm.of("table", paged));
    }
    try (Paged paged = new Paged(terminal, List.of("/no/such/pager"), 10, 80)) {
      session.run("SELECT 42 AS x", ResultForm.of("table", paged));
    }
    assertThat(terminal.toString())
        .contains("(20 rows)", "42\n(1 row)")
        .doesNotContain("(50 rows)");
  }
}
