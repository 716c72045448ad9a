package dev.tidemark.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.Main;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * A home into which a simulated API was landed, and the command that asks it.
 *
 * @param folder of the home and of what is temporary
 */
record LandedHome(Path folder, Simulator lev) implements AutoCloseable {
  /** What a command came to. */
  record Said(int status, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  /** One of 60 deals, of which a fifth is odd, and what belongs to them. */
  static LandedHome in(Path folder) throws IOException {
    Files.createDirectory(folder.resolve("temp"));
    return new LandedHome(folder, Lev.start(DatasetPlan.of(72, 60).withNastyShare(0.2)));
  }

  Path home() {
    return folder.resolve("home");
  }

  Path temporary() {
    return folder.resolve("temp");
  }

  /** Lands what there is to land now. */
  void sync(String... more) throws IOException {
    Path credential =
        Files.writeString(
            Files.createTempFile(folder, "credential", null),
            "{\"apiKey\":\"" + Lev.API_KEY + "\"}");
    List<String> words = new ArrayList<>(List.of("sync", "lev"));
    words.addAll(List.of("--home", home().toString(), "--base-url", lev.baseUri().toString()));
    words.addAll(List.of("--credential", credential.toString(), "--json"));
    words.addAll(Arrays.asList(more));
    Said said = run(words.toArray(String[]::new));
    assertThat(said.status()).describedAs(said.err()).isZero();
  }

  /** What the API holds: id to JSON. */
  Map<String, String> truth(String resource) {
    return lev.truth(resource);
  }

  /** Asks the home. */
  Said sql(String... words) {
    List<String> all = new ArrayList<>(List.of("sql", "--home", home().toString()));
    all.addAll(List.of("--temp", temporary().toString()));
    all.addAll(Arrays.asList(words));
    return run(all.toArray(String[]::new));
  }

  private static Said run(String... words) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      CommandLine main = Main.commandLine(words);
      main.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
          .setErr(new PrintWriter(err, true));
      int status = main.execute(words);
      return new Said(status, bytes.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }

  @Override
  public void close() {
    lev.close();
  }
}
