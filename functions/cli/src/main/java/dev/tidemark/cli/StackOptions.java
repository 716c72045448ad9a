package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.site.Site;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The options that say something about this machine, and nothing about a deployed stack. None of
 * them is ignored in silence.
 */
final class StackOptions {
  /** What says how legs run, and applies where they run in this process. */
  private static final Set<String> OF_LEGS =
      Set.of("--home", "--budget", "--max-legs", "--patience");

  private static final Map<String, String> WHERE_IT_IS_SAID = new LinkedHashMap<>();

  static {
    WHERE_IT_IS_SAID.put("--base-url", "set the stack's parameter BaseUrl");
    WHERE_IT_IS_SAID.put("--credential", "store it in the stack's secret");
    WHERE_IT_IS_SAID.put("--home", "a stack keeps its own state");
    WHERE_IT_IS_SAID.put("--budget", "a function's timeout ends its legs");
    WHERE_IT_IS_SAID.put("--max-legs", "pause the resource where it must stop");
    WHERE_IT_IS_SAID.put("--no-wait", "a stack has no process to wait for");
    WHERE_IT_IS_SAID.put("--patience", "set the stack's parameter Patience");
  }

  private StackOptions() {}

  /**
   * Refuses what was given beside {@code --stack} and cannot apply to one.
   *
   * @throws UsageException if there is such an option; the message names it and the remedy
   */
  static void require(CommandSpec command) {
    require(command, false);
  }

  /**
   * The same; what says how legs run is accepted where they run {@code here}.
   *
   * @throws UsageException if there is such an option; the message names it and the remedy
   */
  static void require(CommandSpec command, boolean here) {
    WHERE_IT_IS_SAID.forEach((option, remedy) -> {
      if (here && OF_LEGS.contains(option)) {
        return;
      }
      if (command.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new UsageException(option + " does not apply with --stack: " + remedy);
      }
    });
  }

  /**
   * {@code site}, of which {@code connection} has to be the connection where it is named.
   *
   * @throws UsageException if it is another
   */
  static Site requireConnection(Site site, String stack, @Nullable String connection) {
    if (connection != null && !connection.equals(site.connection())) {
      throw new UsageException(
          "stack "
              + stack
              + " is connection "
              + site.connection()
              + ", not "
              + connection
              + "; name the stack of that connection");
    }
    return site;
  }
}
