package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Sources;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tidemark sources}: which sources are known. */
@Command(
    name = "sources",
    mixinStandardHelpOptions = true,
    description = "Lists the built-in sources and their resources.")
final class SourcesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    for (String name : Sources.builtIn()) {
      Definition definition = Sources.builtIn(name);
      spec.commandLine()
          .getOut()
          .printf(
              "%-12s %s%n             %s%n",
              name, definition.about().title(), String.join(" ", definition.names()));
    }
    spec.commandLine().getOut().println("\nAny other: tidemark sync path/to/definition.yaml");
    return ExitStatus.COMPLETED.code();
  }
}
