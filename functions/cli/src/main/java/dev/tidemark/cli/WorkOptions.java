package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.home.DiskSpace;
import dev.tidemark.cli.home.Home;
import dev.tidemark.cli.home.HomeLock;
import dev.tidemark.cli.report.Console;
import dev.tidemark.cli.report.ResourceReport;
import dev.tidemark.cli.site.Site;
import dev.tidemark.cli.site.StackSite;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.http.Way;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where and how patiently a command works. */
final class WorkOptions {
  /**
   * As long as a function's. Each handover writes to the stack's table, and between two legs its
   * sweep may send for a function.
   */
  private static final Duration LEG_OVER_STACK = Duration.ofMinutes(14);

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      description = "Everything local lives here: ${DEFAULT-VALUE}.")
  private Path home = Path.of(".tidemark");

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "Runs in a deployed stack instead, by your AWS profile; needs no credential.")
  private @Nullable String stack;

  @Option(
      names = "--here",
      description = {
        "With --stack: legs run in this process, over the stack's own table, bucket and secret.",
        "For a backfill that takes longer than suits functions."
      })
  private boolean here;

  @Option(
      names = "--budget",
      paramLabel = "DURATION",
      converter = Words.DurationWord.class,
      description = "How long a leg runs before it hands over: ${DEFAULT-VALUE}.",
      defaultValue = "60s")
  private Duration budget = Duration.ofMinutes(1);

  @Option(names = "--max-legs", paramLabel = "N", description = "Stops after N legs, in flight.")
  private @Nullable Integer maxLegs;

  @Option(names = "--no-wait", description = "Does not wait for another process on this home.")
  private boolean noWait;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      converter = Words.DurationWord.class,
      description = "The longest wait for a rate limit inside a leg: ${DEFAULT-VALUE}.",
      defaultValue = "20s")
  private Duration patience = Duration.ofSeconds(20);

  @Option(names = "--json", description = "One JSON document per resource, and nothing else.")
  private boolean json;

  private boolean named = true;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** The operator named no resources: those that are paused are left out. */
  WorkOptions ofAll() {
    named = false;
    return this;
  }

  /** Does {@code work} for {@code names} in the stack that was named, or else in the home. */
  int run(SourceOptions source, Definition definition, List<String> names, Work work)
      throws InterruptedException {
    if (stack != null) {
      return here
          ? overStack(stack, source, definition, names, work)
          : inStack(stack, source, definition, names, work);
    }
    if (here) {
      throw new UsageException(
          "--here says where the legs of a deployed stack run; name the stack with --stack");
    }
    return inHome(source.open(definition), source.way(), names, work);
  }

  private int inStack(
      String name, SourceOptions source, Definition definition, List<String> names, Work work)
      throws InterruptedException {
    StackOptions.require(command);
    Map<String, String> settings = source.settings(definition);
    StackSite site = StackSite.named(name);
    StackOptions.requireConnection(site, name, source.connection());
    try (Interruption interruption = Interruption.listen()) {
      Console console = console();
      List<String> moving = StandingStill.without(names, named, paused(site, named), console);
      ExitStatus status = new StackSync(site, work, settings, console, interruption).run(moving);
      interruption.finish(status);
      return status.code();
    }
  }

  /** Asks nothing of a stack where it does not count. */
  private static Predicate<String> paused(Site site, boolean named) throws InterruptedException {
    Set<String> paused = new HashSet<>();
    if (!named) {
      ObjectNode ask = JsonNodeFactory.instance.objectNode().put("action", "status");
      for (JsonNode one : site.ask("", ask).path("resources")) {
        if (one.path("phase").asText().equals("paused")) {
          paused.add(one.path("resource").asText());
        }
      }
    }
    return paused::contains;
  }

  /** Not in the stack's functions, but on what they work on. */
  private int overStack(
      String name, SourceOptions source, Definition definition, List<String> names, Work work)
      throws InterruptedException {
    StackOptions.require(command, true);
    StackSite site = StackSite.named(name);
    StackOptions.requireConnection(site, name, source.connection());
    SyncRequest request =
        new SyncRequest(
            names,
            named,
            work,
            given("--budget") ? budget : LEG_OVER_STACK,
            patience,
            maxLegs,
            source.settings(definition));
    try (Workplace place = StackWorkplace.of(site, definition, Home.open(home));
        Interruption interruption = Interruption.listen()) {
      ExitStatus status = new LocalSync(place, request, console(), interruption).run();
      interruption.finish(status);
      return status.code();
    }
  }

  private boolean given(String option) {
    return command.commandLine().getParseResult().hasMatchedOption(option);
  }

  /** As soon as the home is free. */
  private int inHome(SourceConnection connection, Way way, List<String> names, Work work)
      throws InterruptedException {
    SyncRequest request = new SyncRequest(names, named, work, budget, patience, maxLegs, Map.of());
    Home opened = Home.open(home);
    Console console = console();
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
              ? held(connection, request, console)
              : inFree(new HomeWorkplace(opened, connection, way), request, console, interruption);
      interruption.finish(status);
      return status.code();
    } catch (RuntimeException e) {
      String full = DiskSpace.of(opened).explains(e);
      throw full == null ? e : new IllegalStateException(full, e);
    }
  }

  private static ExitStatus inFree(
      HomeWorkplace home, SyncRequest request, Console console, Interruption interruption)
      throws InterruptedException {
    try (Workplace place = home) {
      return new LocalSync(place, request, console, interruption).run();
    }
  }

  private Console console() {
    CommandLine line = command.commandLine();
    return new Console(json, line.getOut(), line.getErr());
  }

  private static ExitStatus held(
      SourceConnection connection, SyncRequest request, Console console) {
    for (String name : request.resources()) {
      console.report(
          ResourceReport.held(
              connection.connection(),
              name,
              request.work().mode(),
              "another process works in this home"));
    }
    console.finish();
    return ExitStatus.IN_FLIGHT;
  }
}
