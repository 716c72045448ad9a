package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark completion}: what makes a shell complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a script that lets a shell complete commands and options.",
      "bash, zsh: source <(tidemark completion bash). fish: tidemark completion fish | source."
    })
final class CompletionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish.")
  private String shell = "";

  @Override
  public void run() {
    CommandLine all = Main.whole();
    String script =
        switch (shell) {
          // Zsh reads bash's.
          case "bash", "zsh" -> AutoComplete.bash(Main.NAME, all);
          case "fish" -> fish(all);
          default ->
              throw new UsageException(
                  "there is no script for " + shell + "; there are bash, zsh and fish");
        };
    spec.commandLine().getOut().print(script);
    spec.commandLine().getOut().flush();
  }

  /** A line for each command and for each of its long options. */
  private static String fish(CommandLine all) {
    StringBuilder script = new StringBuilder();
    all.getSubcommands()
        .forEach((name, command) -> {
          CommandSpec described = command.getCommandSpec();
          line(script, "__fish_use_subcommand", "-f -a " + name, described);
          for (OptionSpec option : described.options()) {
            String word = option.longestName();
            if (word.startsWith("--")) {
              String takes = option.arity().max() > 0 ? "-r " : "";
              line(
                  script,
                  "__fish_seen_subcommand_from " + name,
                  takes + "-l " + word.substring(2),
                  option.description());
            }
          }
        });
    return script.toString();
  }

  private static void line(StringBuilder script, String when, String what, CommandSpec command) {
    line(script, when, what, command.usageMessage().description());
  }

  private static void line(StringBuilder script, String when, String what, String... description) {
    script.append("complete -c ").append(Main.NAME).append(" -n '").append(when).append("' ");
    script.append(what);
    if (description.length > 0) {
      String said = description[0].replace("\\", "").replace("'", "").replace("%n", " ");
      script.append(" -d '").append(said).append('\'');
    }
    script.append('\n');
  }
}
