package dev.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.lake.BatchSink;
import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.lake.landing.LandedBatches;
import dev.tidemark.testkit.Depth;
import dev.tidemark.testkit.contract.SampleBatches;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes on one home, beside each other and killed by SIGKILL. */
class ProcessesTest {
  private static final int REVISIONS = 60;

  @TempDir private Path home;

  private Process start(String name, int end) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Contender.class.getName(),
            home.toString(),
            name,
            Integer.toString(end))
        .redirectError(Redirect.INHERIT)
        .start();
  }

  private static BufferedReader said(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void of_two_beside_each_other_exactly_one_stores_each_batch_and_one_raises_the_state_each_time()
      throws Exception {
    List<Process> processes = List.of(start("one", REVISIONS), start("two", REVISIONS));
    List<String> lines = new ArrayList<>();
    for (Process process : processes) {
      try (BufferedReader out = said(process)) {
        lines.addAll(out.lines().toList());
      }
      assertThat(process.waitFor()).isZero();
    }
    List<Long> all = LongStream.rangeClosed(1, REVISIONS).boxed().toList();
    assertThat(numbers(lines, "written ")).containsExactlyElementsOf(all);
    assertThat(numbers(lines, "stored ")).containsExactlyElementsOf(all);
    assertThat(Homes.parts(home)).isEmpty();
  }

  private static List<Long> numbers(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .map(line -> Long.parseLong(line.split(" ", -1)[1]))
        .sorted()
        .toList();
  }

  @Test
  @Tag("deep")
  void what_one_was_answered_before_it_was_killed_is_what_the_next_one_finds() throws Exception {
    Map<Long, String> stored = new TreeMap<>();
    long written = 0;
    int kills = Depth.of(6, 60);
    for (int kill = 1; kill <= kills; kill++) {
      Process process = start("life-" + kill, Integer.MAX_VALUE);
      try (BufferedReader out = said(process)) {
        int heard = 0;
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          String[] words = line.split(" ", -1);
          switch (words[0]) {
            case "stored" -> stored.put(Long.parseLong(words[1]), words[2]);
            case "written" -> written = Long.parseLong(words[1]);
            default -> assertThat(Long.parseLong(words[1])).isGreaterThanOrEqualTo(written);
          }
          if (heard++ == kill * 3) {
            process.toHandle().destroyForcibly();
          }
        }
      }
      process.waitFor();
      holds(stored, written);
    }
    assertThat(stored).hasSizeGreaterThan(kills);
    System.out.printf("ProcessesTest: %d kills, %d batches%n", kills, stored.size());
  }

  private void holds(Map<Long, String> stored, long written) {
    HomeFolder folder = Homes.of(home);
    BatchSink sink = new LandedBatches(folder.objects());
    assertThat(folder.states().read(Course.KEY).revision()).isGreaterThanOrEqualTo(written);
    SampleBatches batches = new SampleBatches(Course.KEY);
    stored.forEach((sequence, digest) -> {
      StoredBatch batch = Objects.requireNonNull(sink.find(batches.key(sequence)));
      assertThat(batch.sha256()).isEqualTo(digest);
    });
    assertThat(folder.objects().list("raw/")).hasSizeGreaterThanOrEqualTo(stored.size());
  }
}
