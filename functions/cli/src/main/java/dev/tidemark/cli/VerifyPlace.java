package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.home.HomeLock;
import dev.tidemark.cli.lambda.HomeWiring;
import dev.tidemark.cli.lambda.Origin;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.site.Site;
import dev.tidemark.cli.site.StackSite;
import dev.tidemark.cli.verify.LossRule;
import dev.tidemark.cli.verify.VerifiedWindow;
import dev.tidemark.core.fingerprint.PublishedIndex;
import dev.tidemark.core.plan.LegListener;
import dev.tidemark.core.plan.ResourcePlan;
import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.core.run.RunRequest;
import dev.tidemark.core.state.Checkpoint;
import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.ResourceState;
import dev.tidemark.lake.Coverage;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.lake.StateRuns;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.sync.wiring.Wiring;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where what is verified lies: a home, or a stack whose API is asked from here. */
final class VerifyPlace {
  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "The home to look into: ${DEFAULT-VALUE}.")
  private Path home = Path.of(".tidemark");

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description =
          "What a deployed stack published; the API is asked from here, by your credential.")
  private @Nullable String stack;

  @Option(
      names = "--temp",
      paramLabel = "FOLDER",
      description = "Where the API's records are kept meanwhile: ${DEFAULT-VALUE}.")
  private Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  private final InstantSource clock = InstantSource.system();

  /** What is known of the place. */
  private record Found(Site site, Wiring wiring, SourceConnection connection) {}

  /**
   * What is to be compared, as it stands now.
   *
   * @throws UsageException if there is no such connection, or nothing of the resource is complete
   */
  VerifyTask task(
      SourceOptions source,
      Definition definition,
      String resource,
      VerifiedWindow window,
      String scope,
      Interruption interruption) {
    if (!Files.isDirectory(temporary)) {
      throw new UsageException("--temp " + temporary + " is no folder");
    }
    SourceConnection opened = source.open(definition);
    Found found = stack == null ? inHome(source, opened) : inStack(stack, source, opened);
    ResourceKey key = ResourceKey.of(found.site().connection(), resource);
    ResourceState state = found.wiring().persistence().states().read(key);
    // Before the manifests are listed: what completes meanwhile is among them.
    PublishedIndex index = index(found.wiring(), key, found.connection());
    List<PublishedRun> runs = found.site().runs(resource);
    requireForm(found.connection().source().plan(key), state.checkpoint());
    return new VerifyTask(
        new LandedResource(
            found.site().lake(), key, new LineRecall(definition.resource(resource)), runs),
        new VerifyTask.Books(state, index),
        rule(definition, key, state, runs, window),
        new VerifyTask.Api(
            found.connection(),
            source.way(),
            found.wiring().persistence().bindings().read(key.connection()),
            command.commandLine().getErr(),
            interruption),
        source.name(),
        scope,
        temporary,
        clock.instant());
  }

  private Found inHome(SourceOptions source, SourceConnection opened) {
    Origin origin = Origin.of(opened).by(source.way());
    Site site = new SiteChoice(home, null, source.connection(), command).site(origin);
    return new Found(
        site,
        HomeWiring.of(origin, Home.open(home).stores(), clock, _ -> LegListener.NONE),
        opened);
  }

  private Found inStack(String name, SourceOptions source, SourceConnection opened) {
    StackSite site = StackSite.named(name);
    StackOptions.requireConnection(site, name, source.connection());
    PrintStream none =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Wiring wiring = site.wiring(opened.definition(), none, clock);
    return new Found(
        site, wiring, opened.asking(wiring.source().with(source.settings(opened.definition()))));
  }

  /** The index; null while a run of the resource, or one beside it, is being published. */
  private static @Nullable PublishedIndex index(
      Wiring wiring, ResourceKey key, SourceConnection connection) {
    boolean publishing =
        wiring.persistence().states().keys(key.connection()).stream()
            .filter(one -> one.resource().equals(key.resource()))
            .anyMatch(
                one -> wiring.persistence().states().read(one).phase() instanceof Phase.Sealed);
    return publishing
        ? null
        : wiring
            .ports(key)
            .storage()
            .published()
            .read(key, connection.source().plan(key).form().schema());
  }

  private static void requireForm(ResourcePlan plan, @Nullable Checkpoint checkpoint) {
    if (checkpoint != null
        && (checkpoint.form().schema() != plan.form().schema()
            || !checkpoint.form().shape().equals(plan.form().shape()))) {
      throw new UsageException(
          plan.key()
              + " was landed with other settings of schema or fields than it is now asked for; give"
              + " the same by --set");
    }
  }

  private static LossRule rule(
      Definition definition,
      ResourceKey key,
      ResourceState state,
      List<PublishedRun> runs,
      VerifiedWindow window) {
    Coverage coverage = Coverage.of(StateRuns.of(runs));
    Duration settles = definition.resource(key.resource()).traversal().settleLag();
    Instant published = coverage.promoted();
    Checkpoint checkpoint = state.checkpoint();
    Instant covered = published;
    // A checkpoint whose manifest is gone was read all the same, unless it was read to a bound.
    if (checkpoint != null
        && runs.stream().noneMatch(run -> run.run().equals(checkpoint.run().value()))) {
      covered =
          published == null || checkpoint.runStart().isAfter(published)
              ? checkpoint.runStart()
              : published;
    }
    if (covered == null) {
      throw new UsageException(
          "no run of "
              + key.connection()
              + " "
              + key.resource()
              + " has completed yet, so that there is nothing to verify; sync it first");
    }
    return new LossRule(covered.minus(settles), coverage, window);
  }

  /** Publishes {@code ids} by runs of single records, and says what came of it. */
  String repair(VerifyTask task, List<String> ids) throws InterruptedException {
    Console console =
        new Console(false, command.commandLine().getErr(), command.commandLine().getErr());
    ExitStatus status = ExitStatus.COMPLETED;
    for (int at = 0; at < ids.size(); at += RunRequest.MAX_IDS) {
      List<String> some = ids.subList(at, Math.min(ids.size(), at + RunRequest.MAX_IDS));
      status = status.and(refresh(task, new Work.Refresh(some), console));
    }
    return status == ExitStatus.COMPLETED
        ? ids.size() + " records were read again"
        : "not all records could be read again";
  }

  private ExitStatus refresh(VerifyTask task, Work work, Console console)
      throws InterruptedException {
    String name = task.landed().key().resource();
    VerifyTask.Api api = task.api();
    if (stack != null) {
      return new StackSync(StackSite.named(stack), work, Map.of(), console, api.interruption())
          .run(List.of(name));
    }
    Home opened = Home.open(home);
    SyncRequest request = SyncRequest.whole(name, work);
    try (HomeLock lock =
            HomeLock.acquire(
                opened,
                true,
                holder -> console.say("waiting for " + holder),
                api.interruption()::requested);
        Workplace place = new HomeWorkplace(opened, api.connection(), api.way())) {
      return lock == null
          ? ExitStatus.IN_FLIGHT
          : new LocalSync(place, request, console, api.interruption()).run();
    }
  }
}
