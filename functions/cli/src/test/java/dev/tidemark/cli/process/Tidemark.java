package dev.tidemark.cli.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Runs it to its end. */
  Ran run() {
    return start().end();
  }

  /** Starts it. */
  Running start() {
    return start(ClassArchive.made());
  }

  /** Starts it with the classes of {@code archive}. */
  Running start(ClassArchive archive) {
    try {
      Path folder = Files.createTempDirectory("tidemark-process");
      ProcessBuilder builder =
          new ProcessBuilder(line(archive))
              .directory(folder.toFile())
              .redirectInput(new File("/dev/null"))
              .redirectOutput(folder.resolve(Running.OUT).toFile())
              .redirectError(folder.resolve(Running.ERR).toFile());
      builder.environment().remove("TIDEMARK_CREDENTIAL");
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
