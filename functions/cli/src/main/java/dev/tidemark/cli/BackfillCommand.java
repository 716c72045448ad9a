package dev.tidemark.cli;

import dev.tidemark.rest.definition.Definition;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark backfill}: a bounded run beside a live incremental. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = "Lands a range of time beside the resource's own runs, which stay as they are.")
final class BackfillCommand implements Callable<Integer> {
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private WorkOptions options = new WorkOptions();
  @Mixin private SliceOptions slices = new SliceOptions();

  @Parameters(index = "1", paramLabel = "RESOURCE", description = "Which resource.")
  private String resource = "";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      required = true,
      converter = Words.TimeWord.class,
      description = "The first record time, included.")
  private Instant from = Instant.EPOCH;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Words.TimeWord.class,
      description = "The last record time, excluded; the end unless given.")
  private @Nullable Instant until;

  @Override
  public Integer call() throws InterruptedException {
    Definition definition = source.definition();
    definition.requireBounds(resource, true, until != null);
    List<String> names = List.of(resource);
    Work work = new Work.Backfill(from, until, slices.of(definition, names, names));
    return options.run(source, definition, names, work);
  }
}
