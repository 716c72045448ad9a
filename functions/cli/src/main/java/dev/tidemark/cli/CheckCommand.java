package dev.tidemark.cli;

import dev.tidemark.cli.check.Checks;
import dev.tidemark.cli.check.ResourceCheck;
import dev.tidemark.cli.check.Verdict;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.http.EgressPolicy;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.sync.wiring.SystemPause;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark check}: whether a source answers, and whether it is what its definition says. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Says of each claim of a definition whether the API bears it out; lands nothing.",
      "ok: it does. NO: it contradicts, exit 1. ?: what is there does not show it. It takes at most"
          + " seven requests per resource, for pages of 20 unless --set pageSize=N; a page that"
          + " fails in passing is asked for up to three times more."
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private SourceOptions source = new SourceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "1..*", paramLabel = "RESOURCE", description = "Which; none named: all.")
  private List<String> resources = new ArrayList<>();

  @Option(names = "--json", description = "One JSON document per resource, and nothing else.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Definition definition = source.definition();
    List<String> names =
        resources.isEmpty()
            ? definition.runnable()
            : ResourceWords.names(resources, definition.names());
    names.forEach(definition::resource);
    SourceConnection connection = source.open(definition);
    List<ResourceCheck> done = new ArrayList<>();
    try (Transport transport = new HttpTransport(EgressPolicy.ANY, source.way())) {
      InstantSource clock = InstantSource.system();
      Checks checks = new Checks(connection, transport, clock, new SystemPause(clock, () -> false));
      for (String name : names) {
        ResourceCheck check = checks.of(name);
        print(check, connection.connection());
        done.add(check);
      }
    }
    if (!json) {
      spec.commandLine().getOut().println(summary(done));
    }
    boolean good = done.stream().allMatch(check -> check.contradictions() == 0);
    return (good ? ExitStatus.COMPLETED : ExitStatus.FAILED).code();
  }

  private void print(ResourceCheck check, String connection) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(check.json(connection));
    } else {
      out.print(check.lines());
    }
    out.flush();
  }

  private static String summary(List<ResourceCheck> done) {
    return "%d claims hold, %d are contradicted, %d are not shown by what is there (%d requests)"
        .formatted(
            count(done, Verdict.OK),
            count(done, Verdict.NO),
            count(done, Verdict.UNKNOWN),
            done.stream().mapToInt(ResourceCheck::requests).sum());
  }

  private static long count(List<ResourceCheck> done, Verdict verdict) {
    return done.stream().mapToLong(check -> check.count(verdict)).sum();
  }
}
