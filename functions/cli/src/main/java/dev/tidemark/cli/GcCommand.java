package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.garbage.Garbage;
import dev.tidemark.cli.report.Table;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tidemark gc}: objects that no manifest lists and none can come to list. */
@Command(
    name = "gc",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the objects of runs that ended more than 7 days ago and were never published.",
      "Nothing is removed without --delete, and nothing ever that a manifest lists or an unfinished"
          + " run may yet list."
    })
final class GcCommand implements Callable<Integer> {
  private static final InstantSource CLOCK = InstantSource.system();

  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private NameOptions names = new NameOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--delete", description = "Remove what is found.")
  private boolean delete;

  @Override
  public Integer call() throws InterruptedException {
    Table table = new Table("connection", "resource", "run", "objects");
    for (Chosen chosen : names.of(options)) {
      for (String name : chosen.site().resources()) {
        if (chosen.covers(name)) {
          Garbage garbage = Garbage.of(chosen.site(), name, CLOCK.instant());
          if (delete) {
            garbage.remove();
          }
          garbage
              .byRun()
              .forEach((run, keys) -> show(table, chosen.site().connection(), name, run, keys));
        }
      }
    }
    if (!json.isGiven()) {
      PrintWriter out = spec.commandLine().getOut();
      (table.isEmpty() ? List.of("there is nothing to remove") : table.lines())
          .forEach(out::println);
      if (!table.isEmpty()) {
        out.println(delete ? "removed" : "nothing was removed; to remove them: --delete");
      }
    }
    return ExitStatus.COMPLETED.code();
  }

  private void show(
      Table table, String connection, String resource, String run, List<String> keys) {
    if (json.isGiven()) {
      spec.commandLine()
          .getOut()
          .println(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("schema", 1)
                  .put("connection", connection)
                  .put("resource", resource)
                  .put("run", run)
                  .put("objects", keys.size())
                  .put("removed", delete));
    } else {
      table.row(connection, resource, run, keys.size());
    }
  }
}
