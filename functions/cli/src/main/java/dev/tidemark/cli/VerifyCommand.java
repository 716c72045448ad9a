package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.verify.Findings;
import dev.tidemark.cli.verify.Verification;
import dev.tidemark.cli.verify.VerifiedWindow;
import dev.tidemark.rest.definition.Definition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark verify}: whether what is published is what the API has. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the API again and compares it, record by record, with what is published; lands"
          + " nothing.",
      "missed and stale records, and extra ones where deletes are found, are losses: exit 1. What"
          + " changed since the last completed run is none. Beside running syncs, too."
    })
final class VerifyCommand implements Callable<Integer> {
  private static final int MOST_SAMPLED = 1000;

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private VerifyPlace place = new VerifyPlace();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "1", paramLabel = "RESOURCE", description = "Which resource.")
  private String resource = "";

  @Option(
      names = "--window",
      paramLabel = "T..T",
      description =
          "Only records of this time, where the API selects by it; either end may be left out.")
  private @Nullable String window;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Instead of the list, N published records are asked for alone.")
  private @Nullable Integer sample;

  @Option(names = "--json", description = "One JSON document, and nothing else.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Takes all differences, one JSON document a line.")
  private @Nullable Path report;

  @Option(
      names = "--repair",
      description = "Publishes what is missed or stale, by runs of single records.")
  private boolean repair;

  @Override
  public Integer call() throws InterruptedException, IOException {
    Definition definition = source.definition();
    VerifiedWindow asked = window(definition);
    refuseWhatDoesNotApply(definition);
    try (Interruption interruption = Interruption.listen();
        Writer lines = report == null ? Writer.nullWriter() : Files.newBufferedWriter(report)) {
      Findings findings = new Findings(report == null ? null : lines);
      Integer count = sample;
      VerifyTask task =
          place.task(
              source,
              definition,
              resource,
              asked,
              count == null ? asked.toString() : "a sample of " + count,
              interruption);
      ExitStatus status = verified(task, findings, count);
      interruption.finish(status);
      return status.code();
    }
  }

  private ExitStatus verified(VerifyTask task, Findings findings, @Nullable Integer count)
      throws InterruptedException, IOException {
    Verification found;
    try {
      Verifier verifier = new Verifier(task, findings);
      found = count == null ? verifier.whole() : verifier.sample(count);
    } catch (UnlistedException e) {
      say(
          e.failed()
              ? resource + " was not compared, since the API was not listed: " + e.getMessage()
              : "ended before the API was listed; nothing was compared");
      return e.failed() ? ExitStatus.FAILED : ExitStatus.IN_FLIGHT;
    }
    print(found);
    List<String> lost = findings.lost();
    if (!lost.isEmpty()) {
      remedy(task, lost);
    }
    return found.complete() ? ExitStatus.COMPLETED : ExitStatus.FAILED;
  }

  private void remedy(VerifyTask task, List<String> lost) throws InterruptedException {
    boolean single = task.definition().resource(resource).readsAlone();
    if (repair && single) {
      say(place.repair(task, lost) + "; verify again");
    } else {
      say(
          single
              ? "to publish what is lost: tidemark verify "
                  + source.name()
                  + " "
                  + resource
                  + " --repair"
              : "to publish what is lost: tidemark sync "
                  + source.name()
                  + " "
                  + resource
                  + " --mode reconcile"
                  + (task.definition().resource(resource).members().watermark() == null
                      ? ""
                      : ", or tidemark backfill "
                          + source.name()
                          + " "
                          + resource
                          + " --from the time of the first"));
    }
  }

  private void print(Verification found) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(found.json());
    } else {
      found.lines().forEach(out::println);
    }
    out.flush();
  }

  private void say(String sentence) {
    spec.commandLine().getErr().println("tidemark: " + sentence);
  }

  private VerifiedWindow window(Definition definition) {
    String text = window;
    if (text == null) {
      return VerifiedWindow.EVERYTHING;
    }
    String[] ends = text.split("\\.\\.", -1);
    if (ends.length != 2 || text.equals("..")) {
      throw new UsageException(
          "--window " + text + ": write it as 2026-01-01..2026-02-01; either end may be left out");
    }
    definition.requireBounds(resource, true, true);
    if (definition.resource(resource).traversal().filter() == null) {
      throw new UsageException(
          "--window does not apply to "
              + resource
              + ": the API does not select by time; leave it out");
    }
    Words.TimeWord times = new Words.TimeWord();
    try {
      return new VerifiedWindow(
          ends[0].isEmpty() ? null : times.convert(ends[0]),
          ends[1].isEmpty() ? null : times.convert(ends[1]));
    } catch (IllegalArgumentException | picocli.CommandLine.TypeConversionException e) {
      throw new UsageException("--window: " + e.getMessage());
    }
  }

  private void refuseWhatDoesNotApply(Definition definition) {
    Integer count = sample;
    if (count == null) {
      definition.resource(resource);
      return;
    }
    if (count < 1 || count > MOST_SAMPLED) {
      throw new UsageException("--sample " + count + ": give 1 to " + MOST_SAMPLED);
    }
    if (window != null) {
      throw new UsageException("--window does not apply with --sample, which lists nothing");
    }
    if (definition.resource(resource).kin().parent() != null) {
      throw new UsageException(
          "--sample does not apply to " + resource + ", which is listed by its parents");
    }
    definition.requireSingle(resource);
  }
}
