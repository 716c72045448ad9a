package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.report.StandingTable;
import dev.tidemark.cli.report.Terminal;
import dev.tidemark.sync.wiring.SystemPause;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tidemark status}: where resources stand, and what the operator must do. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Says where each resource stands, how fresh it is, what is covered and what you have to do.",
      "Exit status 1 where something needs you."
    })
final class StatusCommand implements Callable<Integer> {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final String CLEAR = "\033[H\033[2J";

  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private NameOptions names = new NameOptions();

  @Option(names = "--watch", description = "Look again every two seconds, until Ctrl-C or SIGTERM.")
  private boolean watch;

  @Option(
      names = "--late-after",
      paramLabel = "D",
      converter = Words.DurationWord.class,
      description =
          "A last success that began longer ago needs you: 26h for what is scheduled daily.")
  private @Nullable Duration lateAfter;

  @Override
  public Integer call() throws InterruptedException {
    if (!watch) {
      return look().code();
    }
    try (Interruption interruption = Interruption.listen()) {
      SystemPause pause = new SystemPause(CLOCK, interruption::requested);
      ExitStatus status = ExitStatus.COMPLETED;
      while (!interruption.requested()) {
        if (Terminal.isInteractive() && !json.isGiven()) {
          spec.commandLine().getOut().print(CLEAR);
        }
        status = look();
        spec.commandLine().getOut().flush();
        pause.pause(LOOK);
      }
      interruption.finish(status);
      return status.code();
    }
  }

  private ExitStatus look() throws InterruptedException {
    StandingTable table = new StandingTable(CLOCK.instant());
    boolean needed = false;
    for (Chosen chosen : names.of(options)) {
      needed |= show(chosen, table);
    }
    if (!json.isGiven()) {
      PrintWriter out = spec.commandLine().getOut();
      List<String> lines =
          table.isEmpty() ? List.of("nothing has been synced here yet") : table.lines();
      lines.forEach(out::println);
    }
    return needed ? ExitStatus.FAILED : ExitStatus.COMPLETED;
  }

  private boolean show(Chosen chosen, StandingTable table) throws InterruptedException {
    ObjectNode ask = JsonNodeFactory.instance.objectNode().put("action", "status");
    Set<String> known = new TreeSet<>();
    boolean needed = false;
    for (JsonNode one : chosen.site().ask("", ask).path("resources")) {
      String name = one.path("resource").asText();
      known.add(name);
      if (chosen.covers(name)) {
        LandedFacts.add(chosen.site(), (ObjectNode) one, CLOCK.instant());
        needed |= show(chosen.site().connection(), (ObjectNode) one, table);
      }
    }
    for (String name : chosen.resources()) {
      if (name.contains("#") && !known.contains(name)) {
        throw new UsageException(
            "nothing was ever run as " + name + "; there is " + String.join(", ", known));
      }
    }
    return needed;
  }

  /** Whether it needs an operator. */
  private boolean show(String connection, ObjectNode one, StandingTable table) {
    LandedFacts.judge(one, lateAfter);
    if (json.isGiven()) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.put("schema", 1).put("connection", connection).setAll(one);
      spec.commandLine().getOut().println(document);
    } else {
      table.add(connection, one);
    }
    return one.path("needsOperator").asBoolean();
  }
}
