package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.report.Table;
import dev.tidemark.lake.PublishedRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tidemark runs}: the runs that are published. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = "Lists the published runs, oldest first, from their manifests.")
final class RunsCommand implements Callable<Integer> {
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private NameOptions names = new NameOptions();

  @Override
  public Integer call() {
    Table table =
        new Table(
            "connection",
            "resource",
            "run",
            "mode",
            "records",
            "deleted",
            "unchanged",
            "calls",
            "seconds");
    for (Chosen chosen : names.of(options)) {
      for (String name : chosen.site().resources()) {
        if (chosen.covers(name)) {
          chosen.site().runs(name).forEach(run -> show(table, run));
        }
      }
    }
    if (!json.isGiven()) {
      (table.isEmpty() ? java.util.List.of("no run is published yet") : table.lines())
          .forEach(spec.commandLine().getOut()::println);
    }
    return ExitStatus.COMPLETED.code();
  }

  private void show(Table table, PublishedRun run) {
    if (json.isGiven()) {
      ObjectNode document = run.json().deepCopy();
      document.put("objects", run.objects().size()).remove("index");
      spec.commandLine().getOut().println(document);
      return;
    }
    table.row(
        run.resource().connection(),
        run.resource().resource(),
        run.run(),
        run.mode(),
        run.records(),
        run.deletes(),
        run.duplicates(),
        run.apiCalls(),
        run.took().toMillis() / 1000.0);
  }
}
