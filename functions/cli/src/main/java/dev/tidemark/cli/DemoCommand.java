package dev.tidemark.cli;

import dev.tidemark.cli.demo.Demo;
import dev.tidemark.cli.exit.ExitStatus;
import dev.tidemark.cli.exit.UsageException;
import dev.tidemark.cli.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tidemark demo}: the whole system on this machine, with proof. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Shows the whole system on this machine: simulated APIs, crashes, and the proof.")
final class DemoCommand implements Callable<Integer> {
  private static final String MARK = "made-by-tidemark-demo";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--records",
      paramLabel = "N",
      defaultValue = "20000",
      description = "Records in all: ${DEFAULT-VALUE}.")
  private int records = 20_000;

  @Option(
      names = "--home",
      paramLabel = "FOLDER",
      defaultValue = ".tidemark-demo",
      description = "Where it lands; emptied first: ${DEFAULT-VALUE}.")
  private Path home = Path.of(".tidemark-demo");

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (records < 10 || records > 1_000_000) {
      throw new UsageException("--records must be between 10 and 1000000");
    }
    clear();
    Home opened = Home.open(home);
    Files.writeString(opened.folder().resolve(MARK), "Each demo empties this folder first.\n");
    boolean proved = new Demo(opened, records, spec.commandLine().getOut()).run();
    return (proved ? ExitStatus.COMPLETED : ExitStatus.FAILED).code();
  }

  /** Removes what an earlier demo left, and nothing else. */
  private void clear() throws IOException {
    if (!Files.exists(home)) {
      return;
    }
    if (!Files.exists(home.resolve(MARK))) {
      throw new UsageException(
          home + " exists and was not made by a demo; name another folder with --home");
    }
    List<Path> all;
    try (Stream<Path> files = Files.walk(home)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
