package dev.tidemark.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tidemark version}: the same as {@code --version}. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Says which version this is.")
final class VersionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().getOut().println(Main.VERSION);
  }
}
