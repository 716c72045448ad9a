package dev.tidemark.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The script that starts the command, over jars of a test: what is in its cache of loaded classes
 * is what is in the jars, or is not used. The JVM itself does not look.
 */
@Execution(ExecutionMode.CONCURRENT)
final class LauncherTest {
  @TempDir private Path folder;
  private Launched launched;

  @BeforeEach
  void a_build() throws IOException {
    launched = Launched.in(folder);
    launched.build("one");
  }

  @Test
  void the_first_command_makes_a_cache_and_the_next_use_it() throws IOException {
    assertThat(launched.run()).isEqualTo("{\"says\":\"one\",\"cache\":false}\n");
    Path cache = launched.cacheAfter(List.of());
    assertThat(launched.run()).isEqualTo("{\"says\":\"one\",\"cache\":true}\n");
    assertThat(launched.caches()).containsExactly(cache);
  }

  @Test
  void a_jar_that_was_replaced_runs_and_not_the_class_in_the_cache() throws IOException {
    launched.run();
    Path old = launched.cacheAfter(List.of());
    FileTime modified = Files.getLastModifiedTime(launched.jar());
    long size = Files.size(launched.jar());

    launched.build("two");
    Files.setLastModifiedTime(launched.jar(), modified);
    assertThat(launched.jar()).hasSize(size);

    assertThat(launched.run()).isEqualTo("{\"says\":\"two\",\"cache\":false}\n");
    Path cache = launched.cacheAfter(List.of(old));
    assertThat(launched.run()).isEqualTo("{\"says\":\"two\",\"cache\":true}\n");
    assertThat(launched.caches()).containsExactly(cache);
  }

  @Test
  void a_jar_that_was_written_over_in_its_place_runs_too() throws IOException {
    launched.run();
    launched.cacheAfter(List.of());
    byte[] before = Files.readAllBytes(launched.jar());
    launched.build("two");
    byte[] after = Files.readAllBytes(launched.jar());
    Files.write(launched.jar(), before);
    Files.write(launched.jar(), after);
    assertThat(launched.run()).startsWith("{\"says\":\"two\"");
  }

  @Test
  void a_damaged_cache_says_nothing_on_standard_output() throws IOException {
    launched.run();
    Path cache = launched.cacheAfter(List.of());
    byte[] whole = Files.readAllBytes(cache);
    for (int kept : List.of(0, 100, 8192, whole.length / 2)) {
      byte[] damaged = Arrays.copyOf(whole, kept);
      Files.write(cache, damaged);
      assertThat(launched.run()).isEqualTo("{\"says\":\"one\",\"cache\":true}\n");
    }
    Files.write(cache, new byte[whole.length]);
    assertThat(launched.run()).isEqualTo("{\"says\":\"one\",\"cache\":true}\n");
  }

  @Test
  void options_from_elsewhere_leave_the_cache_out() throws IOException {
    launched.run();
    launched.cacheAfter(List.of());
    for (String options : List.of("-XX:+UseZGC", "--add-opens=java.base/java.lang=ALL-UNNAMED")) {
      assertThat(launched.run("TIDEMARK_JAVA_OPTS", options))
          .isEqualTo("{\"says\":\"one\",\"cache\":false}\n");
    }
    assertThat(launched.run("JDK_JAVA_OPTIONS", "-XX:-UseCompressedOops"))
        .isEqualTo("{\"says\":\"one\",\"cache\":false}\n");
    assertThat(launched.run("TIDEMARK_AOT", "off"))
        .isEqualTo("{\"says\":\"one\",\"cache\":false}\n");
  }

  @Test
  void a_cache_that_cannot_be_made_is_not_tried_again() throws IOException {
    launched.build("one", "throw new IllegalStateException();");
    launched.run();
    launched.until(() -> Files.exists(launched.aot().resolve("made")));
    assertThat(launched.caches()).isEmpty();
    assertThat(launched.run()).isEqualTo("{\"says\":\"one\",\"cache\":false}\n");
    assertThat(launched.aot().resolve("rehearsal")).doesNotExist();
  }

  @Test
  void a_command_of_a_module_of_its_own_builds_it_when_it_is_called_first() throws IOException {
    launched.run();
    launched.cacheAfter(List.of());
    Path maven = folder.resolve("maven");
    Path builds = launched.extension(maven);
    String path = maven + ":" + System.getenv("PATH");

    assertThat(launched.run("PATH", path)).isEqualTo("{\"says\":\"one\",\"cache\":true}\n");
    assertThat(builds).doesNotExist();

    String there = "{\"says\":\"one\",\"cache\":true}\n";
    assertThat(launched.run(List.of("sql"), "PATH", path)).isEqualTo(there);
    assertThat(launched.run(List.of("sql"), "PATH", path)).isEqualTo(there);
    assertThat(builds)
        .content()
        .containsOnlyOnce("-pl query -am package")
        .contains("-Dtarget=target/extension");
    assertThat(launched.run("PATH", path)).isEqualTo("{\"says\":\"one\",\"cache\":true}\n");
    assertThat(launched.caches()).hasSize(1);
  }
}
