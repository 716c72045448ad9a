package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.report.Table;
import dev.tidemark.lake.Coverage;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.lake.StateRuns;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tidemark coverage}: which record time completed runs were asked for. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description = {
      "Lists which record time each completed run was asked for, and what none was; from"
          + " manifests.",
      "A gap is exit 1. Whether the API kept to what it was asked for: tidemark verify."
    })
final class CoverageCommand implements Callable<Integer> {
  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private NameOptions names = new NameOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    boolean whole = true;
    boolean any = false;
    for (Chosen chosen : names.of(options)) {
      for (String name : chosen.site().resources()) {
        List<PublishedRun> runs = chosen.covers(name) ? chosen.site().runs(name) : List.of();
        if (!runs.isEmpty()) {
          Coverage coverage = Coverage.of(StateRuns.of(runs));
          show(chosen.site().connection(), name, coverage);
          whole &= coverage.isWhole();
          any = true;
        }
      }
    }
    if (!any && !json.isGiven()) {
      spec.commandLine().getOut().println("no run is published yet");
    }
    return (whole ? ExitStatus.COMPLETED : ExitStatus.FAILED).code();
  }

  private void show(String connection, String resource, Coverage coverage) {
    PrintWriter out = spec.commandLine().getOut();
    if (json.isGiven()) {
      out.println(document(connection, resource, coverage));
      return;
    }
    out.println(connection + " " + resource + ": " + coverage);
    Table table = new Table("run", "mode", "from", "until");
    for (Coverage.Span span : coverage.spans()) {
      table.row(
          span.run(),
          span.mode(),
          span.from() == null ? "the beginning" : span.from(),
          span.until());
    }
    table.lines().forEach(line -> out.println("  " + line));
  }

  private static ObjectNode document(String connection, String resource, Coverage coverage) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("schema", 1)
            .put("connection", connection)
            .put("resource", resource)
            .put("whole", coverage.isWhole());
    ArrayNode spans = json.putArray("runs");
    for (Coverage.Span span : coverage.spans()) {
      spans
          .addObject()
          .put("run", span.run())
          .put("mode", span.mode())
          .put("from", span.from() == null ? null : span.from().toString())
          .put("until", span.until().toString());
    }
    write(json.putArray("gaps"), coverage.gaps());
    write(json.putArray("jumps"), coverage.jumps());
    return json;
  }

  private static void write(ArrayNode to, List<Coverage.Gap> gaps) {
    for (Coverage.Gap gap : gaps) {
      to.addObject()
          .put("from", gap.from() == null ? null : gap.from().toString())
          .put("until", gap.until().toString());
    }
  }
}
