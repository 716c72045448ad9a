package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.rest.definition.Definition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidemark refresh}: single records now, into the same lake. */
@Command(
    name = "refresh",
    mixinStandardHelpOptions = true,
    description = "Reads single records now into the same lake, as a small run of its own.")
final class RefreshCommand implements Callable<Integer> {
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private WorkOptions options = new WorkOptions();

  @Parameters(index = "1", paramLabel = "RESOURCE", description = "Which resource.")
  private String resource = "";

  @Parameters(
      index = "2..*",
      arity = "1..*",
      paramLabel = "ID",
      description = "As the API's paths have them.")
  private List<String> ids = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    Definition definition = source.definition();
    definition.requireSingle(resource);
    List<String> wanted = List.copyOf(new LinkedHashSet<>(ids));
    if (wanted.size() > RunRequest.MAX_IDS || wanted.contains("")) {
      throw new UsageException(
          "give 1 to " + RunRequest.MAX_IDS + " ids, none of them empty; for more, sync");
    }
    return options.run(source, definition, List.of(resource), new Work.Refresh(wanted));
  }
}
