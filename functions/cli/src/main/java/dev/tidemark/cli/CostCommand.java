package dev.tidemark.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.report.Cost;
import dev.tidemark.cli.site.Site;
import dev.tidemark.lake.PublishedRun;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tidemark cost}: what the published runs cost, or would cost on AWS. */
@Command(
    name = "cost",
    mixinStandardHelpOptions = true,
    description = {
      "Says what the published runs cost, or would cost on AWS, with the arithmetic.",
      "A run's time is taken from its beginning to its end, waits between legs included, so that"
          + " the function's part is an upper bound."
    })
final class CostCommand implements Callable<Integer> {
  /** A leg of the deployed function hands over before its timeout of 900 s. */
  private static final double LEG_SECONDS = 840;

  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private NameOptions names = new NameOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Cost all = Cost.NOTHING;
    long records = 0;
    for (Chosen chosen : names.of(options)) {
      Site site = chosen.site();
      for (String resource : site.resources().stream().filter(chosen::covers).toList()) {
        List<PublishedRun> runs = site.runs(resource);
        Cost cost = runs.stream().map(CostCommand::of).reduce(Cost.NOTHING, Cost::plus);
        long landed = runs.stream().mapToLong(PublishedRun::records).sum();
        if (!runs.isEmpty()) {
          show(site.connection() + " " + resource, landed, cost);
        }
        all = all.plus(cost);
        records += landed;
      }
    }
    if (!json.isGiven()) {
      show("all", records, all);
    }
    return ExitStatus.COMPLETED.code();
  }

  private static Cost of(PublishedRun run) {
    double seconds = run.took().toMillis() / 1000.0;
    long legs = 1 + (long) (seconds / LEG_SECONDS);
    return Cost.of(1, run.objects().size(), legs, seconds);
  }

  private void show(String what, long records, Cost cost) {
    if (json.isGiven()) {
      ObjectNode document =
          JsonNodeFactory.instance
              .objectNode()
              .put("schema", 1)
              .put("resource", what)
              .put("records", records)
              .put("dollars", cost.dollars())
              .put("arithmetic", cost.arithmetic());
      spec.commandLine().getOut().println(document);
    } else {
      spec.commandLine()
          .getOut()
          .println(
              String.format(Locale.ROOT, "%s: %,d records: %s", what, records, cost.arithmetic()));
    }
  }
}
