package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.landed.CsvForm;
import dev.tidemark.cli.landed.FileTarget;
import dev.tidemark.cli.landed.LineForm;
import dev.tidemark.cli.landed.NdjsonForm;
import dev.tidemark.cli.landed.ParquetForm;
import dev.tidemark.cli.landed.Target;
import dev.tidemark.cli.report.Terminal;
import dev.tidemark.lake.ExactState;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.lake.StateRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tidemark export}: the published state of a resource, to a file or a pipe. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the published state of a resource: of each record the line that counts.")
final class ExportCommand implements Callable<Integer> {
  private static final List<String> FORMATS = List.of("ndjson", "csv", "parquet");

  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private LandedArguments arguments = new LandedArguments();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--as-of",
      paramLabel = "RUN",
      description = "The state that was published when this run completed; see: tidemark runs.")
  private @Nullable String asOf;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "ndjson (the lines as they landed), csv or parquet; ${DEFAULT-VALUE} unless given.")
  private String format = "ndjson";

  @Option(
      names = {"--without-tidemark", "--plain"},
      description = "Of each line only the record's own bytes, as the API sent them.")
  private boolean plain;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A file that is there as a whole or not at all; otherwise standard output.")
  private @Nullable Path out;

  @Option(names = "--force", description = "Replace the file where it is there already.")
  private boolean force;

  @Option(
      names = "--temp",
      paramLabel = "FOLDER",
      description = "Where 61 bytes a published line are kept meanwhile: ${DEFAULT-VALUE}.")
  private Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

  @Override
  public Integer call() {
    refuseWhatDoesNotApply();
    LandedResource landed = arguments.in(options);
    List<PublishedRun> published =
        asOf == null ? landed.runs() : StateRuns.asOf(landed.runs(), landed.run(asOf));
    List<PublishedRun> runs = StateRuns.of(published);
    try (Target target = out == null ? Target.standardOutput() : FileTarget.of(out, force)) {
      ExactState state = ExactState.of(landed.lake(), runs, landed.reading(), temporary);
      try {
        write(state, form(landed), target);
      } catch (IOException e) {
        String sentence = target.explains(e);
        if (!sentence.isEmpty()) {
          say(sentence);
        }
        return ExitStatus.FAILED.code();
      }
      say(summary(landed, runs, state));
      return ExitStatus.COMPLETED.code();
    }
  }

  private void refuseWhatDoesNotApply() {
    if (!FORMATS.contains(format)) {
      throw new UsageException(
          "--format " + format + " is not known; write one of " + String.join(", ", FORMATS));
    }
    if (plain && !format.equals(FORMATS.getFirst())) {
      throw new UsageException(
          "--without-tidemark does not apply to "
              + format
              + ": its column record has nothing else");
    }
    if (out == null && format.equals("parquet") && Terminal.isThere()) {
      throw new UsageException(
          "--format parquet is not for a terminal: name a file with --out, or send it to one");
    }
    if (force && out == null) {
      throw new UsageException("--force does not apply without --out");
    }
    if (!Files.isDirectory(temporary)) {
      throw new UsageException("--temp " + temporary + " is no folder");
    }
  }

  private LineForm form(LandedResource landed) {
    return switch (format) {
      case "csv" -> new CsvForm(landed.reading());
      case "parquet" -> new ParquetForm(landed.reading());
      default -> new NdjsonForm(plain);
    };
  }

  private static void write(ExactState state, LineForm form, Target target) throws IOException {
    form.begin(target.stream());
    state.records(line -> form.write(line, target.stream()));
    form.end(target.stream());
    target.complete();
  }

  private static String summary(LandedResource landed, List<PublishedRun> runs, ExactState state) {
    PublishedRun newest =
        runs.stream().max(Comparator.comparing(PublishedRun::completedAt)).orElseThrow();
    return String.format(
        Locale.ROOT,
        "%s: %,d records; %,d deleted left out; %,d lines of %,d runs read, the newest %s completed"
            + " %s",
        landed,
        state.records(),
        state.deletes(),
        state.lines(),
        runs.size(),
        newest.run(),
        newest.completedAt());
  }

  private void say(String sentence) {
    spec.commandLine().getErr().println("tidemark: " + sentence);
  }
}
