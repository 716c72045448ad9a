package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Explanation;
import dev.tidemark.rest.definition.Sources;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark explain}: what a definition means, in words. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains a source: what is asked, in which order, and what that guarantees.")
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SOURCE", description = "A built-in source or a definition file.")
  private String source = "";

  @Override
  public Integer call() {
    Definition definition = Sources.named(source);
    spec.commandLine().getOut().print(Explanation.of(definition));
    spec.commandLine().getOut().flush();
    return ExitStatus.COMPLETED.code();
  }
}
