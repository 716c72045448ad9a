package dev.tidemark.tables.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.home.Home;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import dev.tidemark.tables.Refreshed;
import dev.tidemark.tables.local.LocalTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark tables}: brings the tables of a home up to what is published there. */
@Command(name = "tables", mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "A built-in source (see: tidemark sources) or the path of a definition file.")
  private String source = "";

  @Parameters(
      index = "1..*",
      paramLabel = "RESOURCE",
      description = "Which; none named: all of which something is published.")
  private List<String> resources = new ArrayList<>();

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "The home to look into: ${DEFAULT-VALUE}; its tables lie in its folder tables.")
  private Path home = Path.of(".tidemark");

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "Which account; the source's name unless given.")
  private @Nullable String connection;

  @Option(names = "--json", description = "One JSON document per table, and nothing else.")
  private boolean json;

  @Override
  public Integer call() {
    Definition definition = Sources.named(source);
    resources.forEach(definition::resource);
    if (!Files.isDirectory(home)) {
      throw new UsageException(
          "there is no home "
              + home.toAbsolutePath()
              + "; sync first, or name another with --home");
    }
    String account = connection == null ? definition.source() : connection;
    try (LocalTables tables =
        LocalTables.open(Home.open(home).folder(), Home.BUCKET, InstantSource.system())) {
      for (String name : names(tables, account)) {
        ResourceKey key = ResourceKey.of(account, name);
        List<Refreshed> taken = tables.refresh(key, definition.resource(name));
        taken.forEach(this::tell);
        if (taken.isEmpty() && !json) {
          out().println(account + " " + name + ": nothing new");
        }
      }
      if (!json) {
        out().println("the tables lie in " + tables.folder());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the tables cannot be kept: " + e.getMessage(), e);
    }
    return ExitStatus.COMPLETED.code();
  }

  private List<String> names(LocalTables tables, String account) {
    List<String> published = tables.resources(account);
    List<String> missing =
        resources.stream().filter(name -> !published.contains(name)).sorted().toList();
    if (published.isEmpty() || !missing.isEmpty()) {
      throw new UsageException(
          "nothing of "
              + account
              + (missing.isEmpty() ? "" : " " + String.join(", ", missing))
              + " is published yet; "
              + (published.isEmpty()
                  ? "sync it first, or name the account with --connection"
                  : "of " + String.join(", ", published) + " there is"));
    }
    return resources.isEmpty() ? published : resources;
  }

  private void tell(Refreshed one) {
    if (json) {
      ObjectNode document =
          new ObjectMapper()
              .createObjectNode()
              .put("schema", 1)
              .put("table", one.table())
              .put("entered", one.entered())
              .put("ended", one.ended())
              .put("deletes", one.deletes());
      one.runs().forEach(document.putArray("runs")::add);
      one.misfits().forEach(document.putObject("misfits")::put);
      out().println(document);
      return;
    }
    out()
        .println(
            "%s: %d runs, %d rows entered, %d ended, %d deletes%s"
                .formatted(
                    one.table(),
                    one.runs().size(),
                    one.entered(),
                    one.ended(),
                    one.deletes(),
                    misfits(one)));
  }

  private static String misfits(Refreshed one) {
    StringBuilder text = new StringBuilder();
    one.misfits()
        .forEach((column, count) -> {
          if (count > 0) {
            text.append("; ").append(column).append(" is null in ").append(count);
          }
        });
    return text.isEmpty() ? "" : text.append(" rows whose value does not fit").toString();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
