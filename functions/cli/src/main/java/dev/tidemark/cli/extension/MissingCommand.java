package dev.tidemark.cli.extension;

import dev.tidemark.cli.exit.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stands for a command whose module is not there. */
@Command(mixinStandardHelpOptions = true)
final class MissingCommand implements Callable<Integer> {
  private final String name;

  MissingCommand(String name) {
    this.name = name;
  }

  /** Whatever it was given: that is not what is wrong. */
  @Spec
  void take(CommandSpec spec) {
    spec.parser().unmatchedArgumentsAllowed(true);
  }

  @Override
  public Integer call() {
    throw new UsageException(
        "the module of "
            + name
            + " is not there: start it by the script ./tidemark, which builds it");
  }
}
