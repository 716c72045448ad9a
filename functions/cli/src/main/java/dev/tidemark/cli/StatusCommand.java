package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.report.Table;
import dev.tidemark.cli.report.Wait;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tidemark status}: where resources stand, and what the operator must do. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Says where each resource stands, how fresh it is and what you have to do.")
final class StatusCommand implements Callable<Integer> {
  private static final InstantSource CLOCK = InstantSource.system();

  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private NameOptions names = new NameOptions();

  private final Table table =
      new Table("connection", "resource", "phase", "records", "per second", "fresh", "advice");

  @Override
  public Integer call() throws InterruptedException {
    for (Chosen chosen : names.of(options)) {
      show(chosen);
    }
    if (!json.isGiven()) {
      List<String> lines =
          table.isEmpty() ? List.of("nothing has been synced here yet") : table.lines();
      lines.forEach(spec.commandLine().getOut()::println);
    }
    return ExitStatus.COMPLETED.code();
  }

  private void show(Chosen chosen) throws InterruptedException {
    ObjectNode ask = JsonNodeFactory.instance.objectNode().put("action", "status");
    Set<String> known = new TreeSet<>();
    for (JsonNode one : chosen.site().ask("", ask).path("resources")) {
      String name = one.path("resource").asText();
      known.add(name);
      if (chosen.covers(name)) {
        show(chosen.site().connection(), (ObjectNode) one);
      }
    }
    for (String name : chosen.resources()) {
      if (name.contains("#") && !known.contains(name)) {
        throw new UsageException(
            "nothing was ever run as " + name + "; there is " + String.join(", ", known));
      }
    }
  }

  private void show(String connection, ObjectNode one) {
    if (json.isGiven()) {
      ObjectNode document = JsonNodeFactory.instance.objectNode();
      document.put("schema", 1).put("connection", connection).setAll(one);
      spec.commandLine().getOut().println(document);
      return;
    }
    JsonNode tally = one.path("tally");
    table.row(
        connection,
        one.path("resource").asText(),
        one.path("phase").asText(),
        // Of the run under way; where there is none, what the last one landed is shown by runs.
        tally.isObject() ? tally.path("records").asLong() + tally.path("deletes").asLong() : "-",
        tally.isObject() ? one.path("recordsPerSecond").asLong() : "-",
        fresh(one.path("checkpoint")),
        said(one));
  }

  private static String fresh(JsonNode checkpoint) {
    if (!checkpoint.isObject()) {
      return "never";
    }
    Duration age = Duration.ofSeconds(Math.max(0, checkpoint.path("ageSeconds").asLong()));
    return age.toDays() > 2
        ? age.toDays() + "d"
        : age.toHours() > 2
            ? age.toHours() + "h"
            : age.toMinutes() > 2 ? age.toMinutes() + "m" : age.toSeconds() + "s";
  }

  private static String said(JsonNode one) {
    String reason = one.path("reason").asText("");
    String until = one.path("until").asText("");
    String why =
        until.isEmpty() ? reason : new Wait(Instant.parse(until), reason).standing(CLOCK.instant());
    return (why.isEmpty() ? "" : why + "; ") + one.path("advice").asText();
  }
}
