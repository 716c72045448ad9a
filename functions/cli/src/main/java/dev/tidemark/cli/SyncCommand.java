package dev.tidemark.cli;

import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.home.HomeLock;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.report.ResourceReport;
import dev.tidemark.core.run.Mode;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.definition.Filter;
import dev.tidemark.rest.definition.Resource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidemark sync}: runs resources now, to completion. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Runs resources now, to completion; none named: all.")
final class SyncCommand implements Callable<Integer> {
  @Mixin private SourceOptions source = new SourceOptions();

  @Parameters(index = "1..*", paramLabel = "RESOURCE", description = "Which; none named: all.")
  private List<String> resources = new ArrayList<>();

  @Option(names = "--home", description = "Everything local lives here: ${DEFAULT-VALUE}.")
  private Path home = Path.of(".tidemark");

  @Option(
      names = "--mode",
      description = "incremental or backfill; a resource never completed is backfilled.")
  private String mode = "incremental";

  @Option(names = "--from", paramLabel = "TIME", converter = Words.TimeWord.class)
  private @Nullable Instant from;

  @Option(names = "--until", paramLabel = "TIME", converter = Words.TimeWord.class)
  private @Nullable Instant until;

  @Option(
      names = "--budget",
      converter = Words.DurationWord.class,
      description = "How long a leg runs before it hands over: ${DEFAULT-VALUE}.",
      defaultValue = "60s")
  private Duration budget = Duration.ofMinutes(1);

  @Option(names = "--max-legs", paramLabel = "N", description = "Stops after N legs, in flight.")
  private @Nullable Integer maxLegs;

  @Option(
      names = "--max-records",
      paramLabel = "N",
      description = "A trial: lands about N records as a run of its own and promotes nothing.")
  private @Nullable Long maxRecords;

  @Option(names = "--no-wait", description = "Does not wait for another process on this home.")
  private boolean noWait;

  @Option(
      names = "--patience",
      converter = Words.DurationWord.class,
      description = "The longest wait for a rate limit inside a leg: ${DEFAULT-VALUE}.",
      defaultValue = "20s")
  private Duration patience = Duration.ofSeconds(20);

  @Option(names = "--json", description = "One JSON document per resource, and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Definition definition = source.definition();
    List<String> names = names(definition);
    SourceConnection connection = source.open(definition);
    SyncRequest request =
        new SyncRequest(names, mode(), from, until, maxRecords, budget, patience, maxLegs);
    Home opened = Home.open(home);
    Console console = new Console(json);
    try (Interruption interruption = Interruption.listen();
        HomeLock lock =
            HomeLock.acquire(
                opened,
                !noWait,
                holder ->
                    console.say(
                        (noWait ? "not waiting for " : "waiting for ")
                            + holder
                            + ", which works in "
                            + opened.folder()),
                interruption::requested)) {
      ExitStatus status =
          lock == null
              ? held(connection, names, console)
              : new LocalSync(opened, connection, request, console, interruption).run();
      interruption.finish(status);
      return status.code();
    }
  }

  private List<String> names(Definition definition) {
    List<String> names =
        resources.isEmpty() ? definition.runnable() : List.copyOf(new LinkedHashSet<>(resources));
    names.forEach(name -> refuseBoundsThatNobodyKeeps(name, definition.resource(name)));
    return names;
  }

  /**
   * An API that cannot select by time would send everything, and the manifest would say otherwise.
   */
  private void refuseBoundsThatNobodyKeeps(String name, Resource resource) {
    Filter filter = resource.filter();
    boolean kept =
        (from == null || filter != null)
            && (until == null || (filter != null && filter.until() != null));
    if (!kept) {
      throw new UsageException(
          "the API cannot select "
              + name
              + " by time: leave out --from and --until, every run walks everything");
    }
  }

  private Mode mode() {
    Mode wanted;
    try {
      wanted = Mode.of(mode);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
    if (wanted == Mode.RECONCILE) {
      // A full walk that finds nothing gone would look like proof that nothing is.
      throw new UsageException("--mode reconcile: what has vanished from an API is not found yet");
    }
    return wanted;
  }

  private static ExitStatus held(SourceConnection connection, List<String> names, Console console) {
    for (String name : names) {
      console.report(
          ResourceReport.held(connection.connection(), name, "another process works in this home"));
    }
    console.finish();
    return ExitStatus.IN_FLIGHT;
  }
}
