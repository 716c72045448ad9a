package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.Main;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * A command line that can be started, with the flags of the launcher.
 *
 * @param words what stands behind {@code tidemark}
 * @param credential what the environment says; null leaves it out
 * @param secret what must be shown nowhere
 * @param home where it lands, to be searched for the secret; null where nothing lands
 */
record Tidemark(
    List<String> words, @Nullable String credential, String secret, @Nullable Path home) {
  static final String NO_SECRET = "no-secret-was-given";

  /** A command that needs no credential. */
  static Tidemark of(String... words) {
    return new Tidemark(List.of(words), null, NO_SECRET, null);
  }

  /** This command with more words. */
  Tidemark with(Object... more) {
    List<String> all = new ArrayList<>(words);
    Arrays.stream(more).map(Object::toString).forEach(all::add);
    return new Tidemark(all, credential, secret, home);
  }

  /** This command with another credential, of which {@code hidden} is secret. */
  Tidemark credential(@Nullable String changed, String hidden) {
    return new Tidemark(words, changed, hidden, home);
  }

  /** This command, which lands in {@code folder}. */
  Tidemark in(Path folder) {
    return new Tidemark(words, credential, secret, folder);
  }

  /**
   * Runs it to its end, inside this process: most of what a command costs is its start. Without a
   * variable in the environment, its credential is in a file.
   */
  Ran run() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Path file = null;
    try {
      List<String> line = new ArrayList<>(words);
      if (credential != null) {
        file = Files.writeString(Files.createTempFile("tidemark-credential", null), credential);
        line.addAll(List.of("--credential", file.toString()));
      }
      String[] arguments = line.toArray(String[]::new);
      CommandLine main = Main.commandLine(arguments);
      main.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
      long since = System.nanoTime();
      int status = main.execute(arguments);
      Duration took = Duration.ofNanos(System.nanoTime() - since);
      Ran ran = new Ran(status, out.toString(), err.toString(), took);
      Secrets.check(ran, this);
      // Only a default is where the tests run.
      assertThat(Path.of(".tidemark")).doesNotExist();
      return ran;
    } catch (IOException e) {
      throw new UncheckedIOException("no credential", e);
    } finally {
      if (file != null) {
        assertThat(file.toFile().delete()).isTrue();
      }
    }
  }

  /** Starts it as a process. */
  Running start() {
    return start(ClassArchive.made());
  }

  /** The same with these variables in its environment. */
  Running start(Map<String, String> environment) {
    return start(ClassArchive.made(), environment);
  }

  /** The same with the classes of {@code archive}. */
  Running start(ClassArchive archive) {
    return start(archive, Map.of());
  }

  private Running start(ClassArchive archive, Map<String, String> environment) {
    try {
      Path folder = Files.createTempDirectory("tidemark-process");
      ProcessBuilder builder =
          new ProcessBuilder(line(archive))
              .directory(folder.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectOutput(folder.resolve(Running.OUT).toFile())
              .redirectError(folder.resolve(Running.ERR).toFile());
      builder.environment().remove("TIDEMARK_CREDENTIAL");
      builder.environment().putAll(environment);
      if (credential != null) {
        builder.environment().put("TIDEMARK_CREDENTIAL", credential);
      }
      return new Running(this, builder.start(), System.nanoTime(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the command did not start", e);
    }
  }

  /**
   * One tier of compilation only: a process that lives for seconds never gets back what more cost.
   */
  private List<String> line(ClassArchive archive) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx160m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    line.add("-XX:TieredStopAtLevel=1");
    line.addAll(archive.flags());
    line.addAll(List.of("-cp", archive.classPath(), "dev.tidemark.cli.Main"));
    line.addAll(words);
    return line;
  }
}
