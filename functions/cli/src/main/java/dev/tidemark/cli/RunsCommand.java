package dev.tidemark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.report.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tidemark runs}: every run, published or not. */
@Command(
    name = "runs",
    mixinStandardHelpOptions = true,
    description = {
      "Lists every run, oldest first: published, failed, cancelled and under way.",
      "The story of one, leg by leg (a leg is one invocation's share of a run): tidemark explain"
          + " RUN"
    })
final class RunsCommand implements Callable<Integer> {
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private NameOptions names = new NameOptions();

  @Option(names = "--failed", description = "Only those that failed and are not published since.")
  private boolean failed;

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = Words.TimeWord.class,
      description = "Only those that began no earlier: 2026-11-01, a time, or epoch seconds.")
  private @Nullable Instant since;

  @Override
  public Integer call() throws InterruptedException {
    Table table =
        new Table(
            "connection",
            "resource",
            "run",
            "started",
            "mode",
            "outcome",
            "records",
            "deleted",
            "unchanged",
            "calls",
            "legs",
            "waited",
            "seconds");
    for (Chosen chosen : names.of(options)) {
      ObjectNode ask = JsonNodeFactory.instance.objectNode().put("action", "status");
      ObjectNode status = chosen.site().ask("", ask);
      for (String name : chosen.site().resources()) {
        if (chosen.covers(name)) {
          RunHistory history = RunHistory.of(chosen.site(), name, status);
          history.documents(history.ids(since)).forEach(run -> show(table, run));
        }
      }
    }
    if (!json.isGiven()) {
      (table.isEmpty() ? List.of("there is no such run yet") : table.lines())
          .forEach(spec.commandLine().getOut()::println);
    }
    return ExitStatus.COMPLETED.code();
  }

  private void show(Table table, ObjectNode run) {
    if (failed && !run.path("outcome").asText().equals("failed")) {
      return;
    }
    if (json.isGiven()) {
      spec.commandLine().getOut().println(run);
      return;
    }
    table.row(
        run.path("connection").asText(),
        run.path("resource").asText(),
        run.path("run").asText(),
        run.path("startedAt").asText(),
        run.path("mode").asText(),
        run.path("outcome").asText(),
        run.path("records").asLong(),
        run.path("deletes").asLong(),
        run.path("duplicates").asLong(),
        run.path("apiCalls").asLong(),
        run.path("legs").asLong(),
        run.path("waitedMillis").asLong() / 1000.0,
        seconds(run));
  }

  private static Object seconds(JsonNode run) {
    String end = run.path("completedAt").asText(run.path("endedAt").asText(""));
    String began = run.path("startedAt").asText("");
    return end.isEmpty() || end.equals("null") || began.isEmpty()
        ? 0.0
        : Duration.between(Instant.parse(began), Instant.parse(end)).toMillis() / 1000.0;
  }
}
