package dev.tidemark.cli;

import dev.tidemark.simulators.dataset.DatasetPlan;
import dev.tidemark.simulators.lev.Lev;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A short run of the usual commands over a simulated API, for the launcher alone: the JVM watches
 * it and keeps what it has loaded and linked, so that later commands start from there.
 */
public final class Rehearsal {
  private static final int RECORDS = 300;

  private Rehearsal() {}

  /**
   * Runs them, silently.
   *
   * @param arguments an empty folder to work in
   */
  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager().reset();
    Path folder = Path.of(arguments[0]);
    Path key = Files.writeString(folder.resolve("key"), Lev.API_KEY);
    String home = folder.resolve("home").toString();
    String base = Lev.start(DatasetPlan.of(1, RECORDS)).baseUri().toString();
    for (String line :
        List.of(
            "sync lev deals --base-url BASE --credential KEY --home HOME --json",
            "sync lev deals --base-url BASE --credential KEY --home HOME",
            "check lev deals --base-url BASE --credential KEY",
            "status lev --home HOME",
            "status lev --home HOME --json",
            "runs lev deals --home HOME",
            "explain lev",
            "--version")) {
      Map<String, String> given = Map.of("BASE", base, "KEY", key.toString(), "HOME", home);
      // A folder's name may have spaces.
      run(Stream.of(line.split(" ")).map(word -> given.getOrDefault(word, word)));
    }
    // As the command itself ends.
    Runtime.getRuntime().halt(0);
  }

  private static void run(Stream<String> line) {
    String[] words = line.toArray(String[]::new);
    CommandLine command = Main.commandLine(words);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    command.setOut(nowhere).setErr(nowhere);
    int status = command.execute(words);
    if (status != 0) {
      throw new IllegalStateException(String.join(" ", words) + " exited with " + status);
    }
  }
}
