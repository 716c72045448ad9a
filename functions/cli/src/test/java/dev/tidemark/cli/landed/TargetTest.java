package dev.tidemark.cli.landed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.cli.exit.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an export goes. */
class TargetTest {
  @TempDir private Path folder;

  @Test
  void a_file_is_there_when_it_is_complete_and_not_before() throws IOException {
    Path file = folder.resolve("deals.ndjson");
    try (Target target = FileTarget.of(file, false)) {
      target.stream().write("{}\n".getBytes(UTF_8));
      assertThat(file).doesNotExist();
      target.complete();
    }
    assertThat(file).hasContent("{}\n");
    assertThat(folder).isDirectoryContaining(one -> one.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void nothing_is_left_of_a_file_that_was_not_completed() throws IOException {
    try (Target target = FileTarget.of(folder.resolve("deals.ndjson"), false)) {
      target.stream().write(1);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_that_is_there_or_comes_meanwhile_stays_unless_it_is_to_be_replaced()
      throws IOException {
    Path file = folder.resolve("deals.ndjson");
    try (Target target = FileTarget.of(file, false)) {
      Files.writeString(file, "another");
      assertThatThrownBy(target::complete)
          .isInstanceOf(UsageException.class)
          .hasMessageContainingAll(file.toString(), "--force");
    }
    assertThatThrownBy(() -> FileTarget.of(file, false)).hasMessageContaining("--force");
    assertThat(file).hasContent("another");
    try (Target target = FileTarget.of(file, true)) {
      target.complete();
    }
    assertThat(file).isEmptyFile();
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void a_reader_that_leaves_is_not_spoken_of_and_a_full_disk_is() {
    Target target = new Target.Standard(new ByteArrayOutputStream());
    assertThat(target.explains(new IOException("Broken pipe"))).isEmpty();
    assertThat(target.explains(new IOException("No space left on device")))
        .contains("could not be written to its end: No space left on device");
  }
}
