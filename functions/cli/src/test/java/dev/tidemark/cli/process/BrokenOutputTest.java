package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.cli.Main;
import dev.tidemark.cli.home.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Output that cannot be written is no success, whichever command it is of. */
class BrokenOutputTest {
  @TempDir private Path folder;

  /** Takes nothing, as {@code /dev/full} does. */
  private static PrintWriter full() {
    return new PrintWriter(
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        },
        true,
        StandardCharsets.UTF_8);
  }

  private int run(StringWriter err, String... words) {
    CommandLine main = Main.commandLine();
    main.setOut(full()).setErr(new PrintWriter(err, true));
    return main.execute(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sources", "schema", "explain lev", "--help", "--version", "sync --help"})
  void exits_with_1_and_says_so(String words) {
    StringWriter err = new StringWriter();
    assertThat(run(err, words.split(" ", -1))).isEqualTo(1);
    assertThat(err.toString()).startsWith("tidemark: standard output could not be written");
    assertThat(err.toString().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "runs", "cost", "status --json"})
  void of_a_home_too(String words) {
    StringWriter err = new StringWriter();
    Home.open(folder).remember("lev", List.of("deals"));
    String[] all = (words + " --home " + folder).split(" ", -1);
    boolean silent = words.contains("--json");
    assertThat(run(err, all)).isEqualTo(silent ? 0 : 1);
  }

  @Test
  void keeps_the_status_of_a_command_that_failed_by_itself() {
    StringWriter err = new StringWriter();
    assertThat(run(err, "explain", "nope")).isEqualTo(2);
  }
}
