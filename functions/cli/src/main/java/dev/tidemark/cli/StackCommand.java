package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.stack.OwnStack;
import dev.tidemark.cli.stack.RepositoryTemplate;
import dev.tidemark.cli.stack.StackCheck;
import dev.tidemark.cli.stack.StackFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark stack}: what a definition is deployed by. */
@Command(
    name = "stack",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what a definition is deployed by: template.yaml, samconfig.toml, a Makefile, events"
          + " and a copy of the definition. Asks nobody, deploys nothing.",
      "Without a DEFINITION: template.yaml of this checkout, for the built-in sources and those of"
          + " functions/sources."
    })
final class StackCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "DEFINITION",
      description = "A definition file, or a built-in source.")
  private @Nullable String source;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder to write; tidemark-<source> unless given.")
  private @Nullable Path out;

  @Option(
      names = "--check",
      description = "Writes nothing: says what is missing or wrong in what is there.")
  private boolean check;

  @Override
  public Integer call() {
    String named = source;
    if (named != null) {
      OwnStack stack = OwnStack.named(named);
      Path given = out;
      Path folder = given == null ? Path.of(stack.name()) : given;
      String again = "./tidemark stack " + named + " --out " + folder;
      return check
          ? answer(StackCheck.of(stack, folder, again), folder + " has what " + named + " asks for")
          : write(stack, folder, again);
    }
    if (out != null) {
      throw new UsageException("--out: name the definition whose stack is written there");
    }
    if (check) {
      return answer(StackCheck.ofRepository(), "template.yaml has what the definitions ask for");
    }
    say("wrote " + RepositoryTemplate.write());
    return ExitStatus.COMPLETED.code();
  }

  private int write(OwnStack stack, Path folder, String again) {
    List<String> written = new StackFolder(folder).write(stack);
    int events = (int) written.stream().filter(path -> path.startsWith("events/")).count();
    say(
        "wrote "
            + String.join(
                ", ",
                written.stream()
                    .filter(path -> !path.startsWith("events/"))
                    .map(path -> folder.resolve(path).toString())
                    .toList())
            + (events == 0 ? "" : " and " + events + " events"));
    say(stack.functions() + " functions, one for each resource; after a change of the definition:");
    say("  " + again);
    say("next: read samconfig.toml, then");
    say("  cd " + folder + " && sam build && sam deploy");
    return ExitStatus.COMPLETED.code();
  }

  private int answer(List<String> wrong, String good) {
    if (wrong.isEmpty()) {
      say(good);
      return ExitStatus.COMPLETED.code();
    }
    wrong.forEach(this::say);
    return ExitStatus.FAILED.code();
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
