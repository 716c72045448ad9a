package dev.tidemark.cli;

import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.core.run.Mode;
import dev.tidemark.rest.definition.Definition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark sync}: runs resources now, to completion. */
@Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Lands resources now, to completion; run again, it resumes where it stopped.")
final class SyncCommand implements Callable<Integer> {
  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private WorkOptions options = new WorkOptions();
  @Mixin private SliceOptions slices = new SliceOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "1..*",
      paramLabel = "RESOURCE",
      description = "Which: deals, deals,contacts or 'deal_*'; none named: all.")
  private List<String> resources = new ArrayList<>();

  @Option(names = "--exclude", paramLabel = "RESOURCE", description = "All but these; as above.")
  private List<String> excluded = new ArrayList<>();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = {
        "incremental (default): what changed; everything of a resource never completed.",
        "backfill: everything. reconcile: everything, and deletes what has vanished."
      })
  private String mode = "incremental";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Words.TimeWord.class,
      description = "The first record time, included; for a resource without a checkpoint.")
  private @Nullable Instant from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = Words.TimeWord.class,
      description = "The last record time, excluded.")
  private @Nullable Instant until;

  @Option(
      names = "--max-records",
      paramLabel = "N",
      description = {
        "A trial: lands about N records as a run of its own and promotes nothing. It asks for no",
        "larger page; where the size is the API's, it stops after the page on which it has enough."
      })
  private @Nullable Long maxRecords;

  @Override
  public Integer call() throws InterruptedException {
    Definition definition = source.definition();
    Mode wanted = mode();
    resources =
        new ArrayList<>(ResourcePatterns.expand(resources, excluded, known(definition, wanted)));
    List<String> names = names(definition, wanted);
    names.forEach(definition::resource);
    InSlices beside = slices.of(definition, resources, names);
    Work work = new Work.Sync(wanted, from, until, maxRecords, beside);
    names.forEach(name -> definition.requireBounds(name, from != null, until != null));
    sayWhatIsLeftOut(definition);
    return options.run(source, definition, names, work);
  }

  private void sayWhatIsLeftOut(Definition definition) {
    List<String> unnamed = definition.unnamed();
    if (resources.isEmpty() && !unnamed.isEmpty()) {
      spec.commandLine()
          .getErr()
          .println("tidemark: left out, since each has to be named: " + String.join(", ", unnamed));
    }
  }

  private static List<String> known(Definition definition, Mode wanted) {
    List<String> all = definition.runnable();
    return wanted == Mode.RECONCILE ? definition.reconcilable(all) : all;
  }

  private List<String> names(Definition definition, Mode wanted) {
    if (resources.isEmpty()) {
      return known(definition, wanted);
    }
    if (wanted == Mode.RECONCILE) {
      resources.forEach(definition::requireReconcile);
    }
    return List.copyOf(new LinkedHashSet<>(resources));
  }

  private Mode mode() {
    Mode wanted;
    try {
      wanted = Mode.of(mode);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
    if (wanted == Mode.REFRESH) {
      throw new UsageException("--mode refresh: use tidemark refresh, with the ids");
    }
    return wanted;
  }
}
