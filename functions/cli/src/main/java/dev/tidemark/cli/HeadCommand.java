package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.landed.ShownJson;
import dev.tidemark.cli.landed.ShownVersion;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.lake.History;
import dev.tidemark.lake.StateRuns;
import dev.tidemark.lake.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark head}: the newest lines, or every version of single records. */
@Command(
    name = "head",
    mixinStandardHelpOptions = true,
    description = "Shows the lines that were published last, or every version of single records.")
final class HeadCommand implements Callable<Integer> {
  private static final int UNASKED = 10;
  private static final int MOST = 10_000;

  @Mixin private SiteOptions options = new SiteOptions();
  @Mixin private JsonOption json = new JsonOption();
  @Mixin private LandedArguments arguments = new LandedArguments();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "2..*",
      paramLabel = "ID",
      description = {
        "Every version of these records, the one that counts first; a child is parent/id,",
        "several members are an array as in [1,\"a\"]."
      })
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "-n",
      paramLabel = "N",
      description = "So many lines; 10 unless given. With ids: so many of each; all unless given.")
  private @Nullable Integer count;

  @Override
  public Integer call() {
    if (count != null && (count < 1 || count > MOST)) {
      throw new UsageException("-n " + count + ": give 1 to " + MOST);
    }
    LandedResource landed = arguments.in(options);
    return ids.isEmpty() ? newest(landed) : versions(landed);
  }

  private int newest(LandedResource landed) {
    History history = new History(landed.lake(), landed.runs());
    history.newest(count == null ? UNASKED : count).forEach(one -> show(landed, one, false));
    return ExitStatus.COMPLETED.code();
  }

  private int versions(LandedResource landed) {
    List<Version> found =
        new History(landed.lake(), landed.runs())
            .versions(landed.reading(), line -> ids.stream().anyMatch(id -> is(landed, line, id)));
    int form = StateRuns.of(landed.runs()).getFirst().schemaVersion();
    List<String> missing = new ArrayList<>();
    for (String id : new LinkedHashSet<>(ids)) {
      List<Version> mine = found.stream().filter(one -> is(landed, one.line(), id)).toList();
      show(landed, mine, form);
      if (mine.isEmpty()) {
        missing.add(id);
      }
    }
    return missing.isEmpty() ? ExitStatus.COMPLETED.code() : saidMissing(landed, missing);
  }

  /** A number and a text that are written alike are two records, of each of which a line counts. */
  private void show(LandedResource landed, List<Version> versions, int form) {
    Set<String> counted = new HashSet<>();
    int left = count == null ? Integer.MAX_VALUE : count;
    for (Version one : versions) {
      boolean counts =
          one.run().schemaVersion() == form && counted.add(landed.reading().identity(one.line()));
      if (left-- > 0) {
        show(landed, one, counts);
      }
    }
  }

  /** An id is given as it is shown, or as JSON where a text has to be told from a number. */
  private static boolean is(LandedResource landed, LandedLine line, String id) {
    return landed.reading().shown(line).equals(id) || landed.reading().identity(line).equals(id);
  }

  private int saidMissing(LandedResource landed, List<String> missing) {
    spec.commandLine()
        .getErr()
        .println(
            "tidemark: no line of "
                + landed
                + " is published with the id "
                + ShownJson.line(String.join(", ", missing)));
    return ExitStatus.FAILED.code();
  }

  private void show(LandedResource landed, Version version, boolean counts) {
    ShownVersion shown =
        new ShownVersion(landed.key(), landed.reading().shown(version.line()), version, counts);
    spec.commandLine().getOut().println(json.isGiven() ? shown.document() : shown.block());
  }
}
