package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.report.Table;
import java.time.Duration;
import java.time.Instant;
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
          chosen.site().manifests(name).forEach(manifest -> show(table, manifest));
        }
      }
    }
    if (!options.json()) {
      (table.isEmpty() ? java.util.List.of("no run is published yet") : table.lines())
          .forEach(spec.commandLine().getOut()::println);
    }
    return ExitStatus.COMPLETED.code();
  }

  private void show(Table table, ObjectNode manifest) {
    if (options.json()) {
      ObjectNode document = manifest.deepCopy();
      document.put("objects", manifest.path("objects").size()).remove("index");
      spec.commandLine().getOut().println(document);
      return;
    }
    table.row(
        manifest.path("connection").asText(),
        manifest.path("resource").asText(),
        manifest.path("run").asText(),
        manifest.path("mode").asText(),
        manifest.path("records").asLong(),
        manifest.path("deletes").asLong(),
        manifest.path("duplicates").asLong(),
        manifest.path("apiCalls").asLong(),
        took(manifest).toMillis() / 1000.0);
  }

  private static Duration took(ObjectNode manifest) {
    return Duration.between(
        Instant.parse(manifest.path("startedAt").asText()),
        Instant.parse(manifest.path("completedAt").asText()));
  }
}
