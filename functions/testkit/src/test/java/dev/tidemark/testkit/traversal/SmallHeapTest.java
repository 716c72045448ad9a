package dev.tidemark.testkit.traversal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At the bound of what is compared with, in a process with a heap as small as its bound says. */
class SmallHeapTest {
  /** A reconcile loads what is published when it lists, and again when it looks what is gone. */
  @ParameterizedTest
  @CsvSource({
    "99, records were not shown",
    "101, more records are published than can be compared with; give the function more memory"
  })
  void a_reconcile_ends_as_documented_and_does_not_die_of_memory(int percent, String sentence)
      throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                SmallHeap.class.getName(),
                Integer.toString(percent))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(said).contains("Failed").contains(sentence).contains("no delete was published");
    assertThat(process.exitValue()).as(said).isZero();
  }
}
