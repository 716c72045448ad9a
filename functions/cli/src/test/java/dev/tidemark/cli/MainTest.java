package dev.tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path folder = Path.of(".");

  @Test
  void an_id_that_begins_with_at_is_no_file_to_be_read() throws IOException {
    Path file = Files.writeString(folder.resolve("ids"), "7 --base-url https://elsewhere.example");
    String[] words = {"refresh", "lev", "deals", "@" + file};
    assertThat(
            Main.commandLine(words).parseArgs(words).subcommand().matchedPositionals().stream()
                .flatMap(one -> one.originalStringValues().stream()))
        .contains("@" + file)
        .doesNotContain("7");
  }
}
