package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What no command may leave behind, however it ended. */
final class Secrets {
  private Secrets() {}

  /** Looks through what a command printed and stored for secrets, and for Java's own words. */
  static void check(Ran ran, Tidemark command) {
    assertThat(ran.out()).doesNotContain(command.secret());
    assertThat(ran.err())
        .doesNotContain(command.secret())
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    Path home = command.home();
    if (home != null && Files.isDirectory(home)) {
      assertThat(filesWith(home, command.secret())).as("files that hold the secret").isEmpty();
    }
  }

  private static List<Path> filesWith(Path home, String secret) {
    try (Stream<Path> files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).filter(file -> holds(file, secret)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the home cannot be searched", e);
    }
  }

  private static boolean holds(Path file, String secret) {
    try (InputStream in = Files.newInputStream(file);
        InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return new String(text.readAllBytes(), StandardCharsets.ISO_8859_1).contains(secret);
    } catch (IOException e) {
      throw new UncheckedIOException("a file cannot be searched", e);
    }
  }
}
