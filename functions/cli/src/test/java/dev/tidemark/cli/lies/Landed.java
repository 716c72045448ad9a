package dev.tidemark.cli.lies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.cli.Main;
import dev.tidemark.cli.process.Lake;
import dev.tidemark.sync.wiring.SystemPause;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** A definition and the home that it lands in; each command runs in this process. */
record Landed(Path folder, String yaml, ScriptedApi api) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEAD =
      """
      tidemark: 1
      source: own
      title: An API of one's own
      baseUrl: https://api.example.com
      auth:
        apiKey: {prefix: "Bearer "}
      """;

  /** What a command came to. */
  record Ran(int status, String out, String err) {
    JsonNode report() {
      try {
        return JSON.readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException("no document: " + out + err, e);
      }
    }

    /** The sentence by which it failed. */
    String reason() {
      assertThat(status).as(out + err).isEqualTo(1);
      return report().path("reason").asText();
    }

    Ran completed() {
      assertThat(status).as(out + err).isZero();
      assertThat(report().path("outcome").asText()).isEqualTo("completed");
      return this;
    }

    long warned(String word) {
      return report().path("warnings").path(word).asLong();
    }
  }

  /** With the resources that {@code yaml} describes behind what all have in common. */
  static Landed of(Path folder, ScriptedApi api, String yaml) {
    return new Landed(folder, HEAD + yaml, api);
  }

  Ran sync(String... more) {
    List<String> words = new ArrayList<>(List.of("sync", file(), "things", "--json"));
    words.addAll(List.of("--home", folder.resolve("home").toString(), "--base-url", api.url()));
    words.addAll(List.of(more));
    return run(words);
  }

  /**
   * Lets so much time pass that the next run is certain to know later than this one: both tell it
   * by whole seconds.
   */
  static void letSecondsPass() {
    try {
      new SystemPause(InstantSource.system(), () -> false).pause(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  Ran reconcile() {
    return sync("--mode", "reconcile");
  }

  Ran check() {
    return run(List.of("check", file(), "things", "--base-url", api.url()));
  }

  private Ran run(List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine main = Main.commandLine();
    main.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> line = new ArrayList<>(words);
    line.addAll(List.of("--credential", write("key", "secret-1")));
    int status = main.execute(line.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  private String file() {
    return write("own.yaml", yaml);
  }

  private String write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** The published state: id to record. */
  Map<String, String> state() {
    return Lake.of(folder.resolve("home"), "own").state("things");
  }

  /** The published records, as they were landed. */
  List<String> records() {
    return Lake.of(folder.resolve("home"), "own").records("things");
  }

  /** How many runs are published. */
  int manifests() {
    return Lake.of(folder.resolve("home"), "own").manifests("things").size();
  }
}
