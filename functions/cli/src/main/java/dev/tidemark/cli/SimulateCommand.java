package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.simulate.FaultWords;
import dev.tidemark.cli.simulate.Simulated;
import dev.tidemark.core.plan.Pause;
import dev.tidemark.simulators.server.ServerSettings;
import dev.tidemark.sync.wiring.SystemPause;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark simulate}: the API of a source, on this machine. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Serves on this machine the API that a source describes, until Ctrl-C: to try Tidemark, or a"
          + " reader of one's own, before there is a credential.",
      "It is as strict as the definition says, and asks nobody."
    })
final class SimulateCommand implements Callable<Integer> {
  private static final int MAX_PORT = 65_535;
  private static final int MOST_RECORDS = 100_000;
  private static final int MOST_EDITS = 100;
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SOURCE", description = "A built-in source or a definition file.")
  private String source = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Where it listens, on 127.0.0.1; a free port unless given.")
  private int port;

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "200",
      description = "Records of each resource, 1 to 100000. Default: 200.")
  private int records;

  @Option(
      names = "--fault",
      paramLabel = "WORDS",
      defaultValue = "",
      description =
          "What goes wrong: 429, 500, 503 or cut with a share of the requests, slow with"
              + " milliseconds, as 429:0.05,500:0.02,slow:200ms,cut:0.01.")
  private String fault = "";

  @Option(
      names = "--edits",
      paramLabel = "N/s",
      defaultValue = "0/s",
      description = "Records that are edited each second, up to 100/s.")
  private String edits = "0/s";

  @Override
  public Integer call() throws InterruptedException {
    FaultWords faults = FaultWords.of(fault);
    int each = edits();
    require(port >= 0 && port <= MAX_PORT, "--port " + port + ": give 1 to 65535");
    require(records >= 1 && records <= MOST_RECORDS, "--records " + records + ": give 1 to 100000");
    InstantSource clock = InstantSource.system();
    try (Interruption interruption = Interruption.listen();
        Simulated api = start(clock)) {
      faults.in(api.quirks());
      tell(api);
      Pause pause = new SystemPause(clock, interruption::requested);
      while (!interruption.requested()) {
        pause.pause(each == 0 ? SECOND : SECOND.dividedBy(each));
        if (each > 0) {
          api.edit(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        }
      }
      interruption.finish(ExitStatus.COMPLETED);
    }
    return ExitStatus.COMPLETED.code();
  }

  private Simulated start(InstantSource clock) {
    try {
      return Simulated.start(
          source, records, ServerSettings.defaults().withClock(clock).withPort(port));
    } catch (UncheckedIOException e) {
      throw new UsageException(
          "--port " + port + " is taken: name another, or none for a free one");
    }
  }

  private int edits() {
    require(edits.matches("\\d{1,3}/s"), "--edits " + edits + ": write how many a second, as 5/s");
    int each = Integer.parseInt(edits.substring(0, edits.indexOf('/')));
    require(each <= MOST_EDITS, "--edits " + edits + ": give up to 100/s");
    return each;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new UsageException(otherwise);
    }
  }

  private void tell(Simulated api) {
    PrintWriter out = spec.commandLine().getOut();
    String credential = api.credential();
    out.println("serving " + source + " at " + api.baseUri() + " until Ctrl-C");
    out.println(
        credential == null
            ? "it takes no credential"
            : "export TIDEMARK_CREDENTIAL='" + credential + "'");
    out.println("./tidemark sync " + source + " --base-url " + api.baseUri());
    out.flush();
  }
}
