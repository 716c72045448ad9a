package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.rest.definition.SchemaWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tidemark schema}: the JSON Schema of definitions. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the JSON Schema of definitions, for editors.")
final class SchemaCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(SchemaWriter.write());
    spec.commandLine().getOut().flush();
    return ExitStatus.COMPLETED.code();
  }
}
