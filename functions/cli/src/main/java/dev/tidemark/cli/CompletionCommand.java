package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark completion}: what a shell has to know to complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a script that completes commands and options in a shell.",
      "bash, zsh: source <(tidemark completion bash). fish: tidemark completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private String shell = "";

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    CommandLine all = Main.commandLine();
    switch (shell) {
      // The script itself turns on what zsh needs to read it.
      case "bash", "zsh" -> out.println(AutoComplete.bash(Main.NAME, all));
      case "fish" -> fish(all, out);
      default -> throw new UsageException(shell + " is not known; write bash, zsh or fish");
    }
    return ExitStatus.COMPLETED.code();
  }

  private static void fish(CommandLine all, PrintWriter out) {
    all.getSubcommands()
        .forEach((name, command) -> {
          String said = first(command.getCommandSpec().usageMessage().description());
          out.printf(
              "complete -c %s -n __fish_use_subcommand -f -a %s -d '%s'%n", Main.NAME, name, said);
          for (OptionSpec option : command.getCommandSpec().options()) {
            out.printf(
                "complete -c %s -n '__fish_seen_subcommand_from %s' -l %s%s -d '%s'%n",
                Main.NAME,
                name,
                option.longestName().replaceFirst("^-+", ""),
                option.arity().max() > 0 ? " -r" : "",
                first(option.description()));
          }
        });
  }

  /** One line in single quotes. */
  private static String first(String[] description) {
    return description.length == 0 ? "" : description[0].replace("'", "\\'").replace("%n", " ");
  }
}
