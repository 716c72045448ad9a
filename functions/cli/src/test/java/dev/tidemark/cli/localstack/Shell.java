package dev.tidemark.cli.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands that a person would type, in the project's folder. */
final class Shell {
  private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();

  private Shell() {}

  /** What {@code command} prints; it has to succeed within {@code limit}. */
  static String run(Duration limit, List<String> command) throws IOException, InterruptedException {
    File said = File.createTempFile("tidemark-command", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(PROJECT.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    process.destroyForcibly();
    String output = java.nio.file.Files.readString(said.toPath(), StandardCharsets.UTF_8);
    assertThat(said.delete()).isTrue();
    assertThat(ended).as("%s takes longer than %s: %s", command, limit, output).isTrue();
    assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
    return output;
  }
}
