package dev.tidemark.cli;

import dev.tidemark.cli.check.ResourceCheck;
import dev.tidemark.rest.SourceConnection;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.http.HttpTransport;
import dev.tidemark.rest.http.Reach;
import dev.tidemark.rest.http.Transport;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tidemark check}: whether a source answers, and whether it is what its definition says. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Asks for one page per resource and says what it shows; lands nothing.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private SourceOptions source = new SourceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    Definition definition = source.definition();
    SourceConnection connection = source.open(definition);
    PrintWriter out = spec.commandLine().getOut();
    boolean good = true;
    try (Transport transport = new HttpTransport(Reach.ANY)) {
      for (String resource : definition.runnable()) {
        ResourceCheck check =
            ResourceCheck.of(connection, resource, transport, InstantSource.system());
        good &= check.good();
        out.print(check.lines());
        out.flush();
      }
    }
    return (good ? ExitStatus.COMPLETED : ExitStatus.FAILED).code();
  }
}
