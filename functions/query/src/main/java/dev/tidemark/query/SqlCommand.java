package dev.tidemark.query;

import dev.tidemark.cli.SiteOptions;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.site.Site;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark sql}: the published state and its history, asked by SQL. */
@Command(name = "sql", mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  @Mixin private SiteOptions options = new SiteOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SQL",
      description = {
        "Statements for DuckDB, as in \"SELECT count(*) FROM lev.deals\". Each resource is a table",
        "CONNECTION.RESOURCE, its history CONNECTION.RESOURCE__history. None: a prompt; where",
        "no terminal is, standard input."
      })
  private @Nullable String sql;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, csv or json (an object a line); ${DEFAULT-VALUE} unless given.")
  private String format = "table";

  @Option(
      names = "--source",
      paramLabel = "[CONNECTION=]SOURCE",
      description = {
        "The source (a built-in name or the path of a definition file) of a connection that does",
        "not bear the name of a built-in one; may be repeated."
      })
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--temp",
      paramLabel = "FOLDER",
      description = "Where the resources that a query names are kept meanwhile: ${DEFAULT-VALUE}.")
  private Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

  @Override
  public Integer call() throws IOException {
    if (!ResultForm.WORDS.contains(format)) {
      throw new UsageException(
          "--format "
              + format
              + " is not known; write one of "
              + String.join(", ", ResultForm.WORDS));
    }
    if (!Files.isDirectory(temporary)) {
      throw new UsageException("--temp " + temporary + " is no folder");
    }
    List<Site> sites = options.place().sites();
    Tables tables = Tables.of(sites, definitions(sites));
    try (SqlSession session = new SqlSession(tables, temporary, this::say)) {
      boolean asks = sql == null && dev.tidemark.cli.report.Terminal.isThere();
      return asks ? prompt(session) : run(session, Statements.of(statements()).all());
    }
  }

  private Map<String, Definition> definitions(List<Site> sites) {
    Map<String, Definition> definitions = new HashMap<>();
    for (Site site : sites) {
      if (Sources.builtIn().contains(site.connection())) {
        definitions.put(site.connection(), Sources.builtIn(site.connection()));
      }
    }
    for (String given : sources) {
      int equals = given.indexOf('=');
      Definition definition = Sources.named(given.substring(equals + 1));
      String connection = equals < 0 ? only(sites, definition) : given.substring(0, equals);
      if (sites.stream().noneMatch(site -> site.connection().equals(connection))) {
        throw options.place().unknown("connection \"" + connection + "\"");
      }
      definitions.put(connection, definition);
    }
    return definitions;
  }

  /** A source alone is that of the only connection, or of the one that bears its name. */
  private static String only(List<Site> sites, Definition definition) {
    return sites.size() == 1 ? sites.getFirst().connection() : definition.source();
  }

  private String statements() throws IOException {
    return sql == null ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8) : sql;
  }

  private int run(SqlSession session, List<String> statements) throws IOException {
    if (statements.isEmpty()) {
      throw new UsageException("no statement was given; see: tidemark sql --help");
    }
    // UTF-8 whatever the locale: another character must not be put in the place of one.
    Writer out = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
    for (String statement : statements) {
      try {
        session.run(statement, ResultForm.of(format, out));
      } catch (SqlFailedException e) {
        out.flush();
        say(String.valueOf(e.getMessage()));
        return ExitStatus.FAILED.code();
      }
      if (System.out.checkError()) {
        break;
      }
    }
    return ExitStatus.COMPLETED.code();
  }

  private int prompt(SqlSession session) {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      new Prompt(session, terminal, history(), pager(), format).run();
      return ExitStatus.COMPLETED.code();
    } catch (IOException e) {
      throw new UncheckedIOException("the terminal cannot be opened", e);
    }
  }

  private static Path history() {
    return Path.of(System.getProperty("user.home"), ".tidemark_sql_history");
  }

  /** Long lines are not folded, and the last screen stays. */
  private static List<String> pager() {
    String named = System.getenv("PAGER");
    return named == null || named.isBlank()
        ? List.of("less", "-S", "-F", "-X")
        : List.of("sh", "-c", named);
  }

  private void say(String sentence) {
    spec.commandLine().getErr().println("tidemark: " + sentence);
  }
}
