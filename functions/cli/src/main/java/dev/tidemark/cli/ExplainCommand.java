package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.core.run.RunId;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Explanation;
import dev.tidemark.rest.definition.Sources;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark explain}: what a definition means, in words. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Explains a source: what is asked, in which order, and what that guarantees.",
      "Explains a run: its story, leg by leg (a leg is one invocation's share of a run)."
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(
      paramLabel = "SOURCE|RUN",
      description = "A built-in source or a definition file; or the id of a run, which runs lists.")
  private String source = "";

  @Override
  public Integer call() throws InterruptedException {
    if (RunId.isOne(source)) {
      RunStory story = RunStory.of(options.place().sites(), source);
      PrintWriter out = spec.commandLine().getOut();
      (json.isGiven() ? List.of(story.document()) : story.lines()).forEach(out::println);
      return ExitStatus.COMPLETED.code();
    }
    if (json.isGiven()) {
      throw new UsageException(
          "--json does not apply to a source: a definition is explained in words");
    }
    Definition definition = Sources.named(source);
    spec.commandLine().getOut().print(Explanation.of(definition));
    spec.commandLine().getOut().flush();
    return ExitStatus.COMPLETED.code();
  }
}
