package dev.tidemark.lake;

import static dev.tidemark.lake.Bucket.gone;
import static dev.tidemark.lake.Bucket.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.run.ResourceKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state that is read without being held. */
class ExactStateTest {
  private static final ResourceKey DEALS = ResourceKey.of("acme", "deals");
  private static final String NONE = "{\"from\":null,\"until\":null}";
  private static final String FIRST = "20260301T120001Z-a";
  private static final String SECOND = "20260301T120002Z-b";

  @TempDir private Path temporary;

  private final Bucket bucket = new Bucket();

  private ExactState read() {
    Lake lake = new Lake(bucket);
    return ExactState.of(lake, StateRuns.of(lake.runs(DEALS)), Bucket.READING, temporary);
  }

  private static List<String> texts(ExactState state, boolean deletes) throws IOException {
    List<String> texts = new ArrayList<>();
    ExactState.Each each = line -> texts.add(new String(line, StandardCharsets.UTF_8));
    if (deletes) {
      state.deletes(each);
    } else {
      state.records(each);
    }
    return texts;
  }

  /** Few that fit together divide the parts again and again. */
  @ParameterizedTest
  @ValueSource(ints = {0, 2, 1000})
  void is_the_state_that_is_held_whatever_happened(int fits) throws IOException {
    for (int seed = 0; seed < (fits == 0 ? 30 : 200); seed++) {
      Lake lake = new Lake(new RandomLake(seed));
      PublishedState held = lake.state(DEALS, RandomLake.READING);
      ExactState exact =
          ExactState.of(lake, StateRuns.of(lake.runs(DEALS)), RandomLake.READING, temporary, fits);
      for (boolean deletes : new boolean[] {false, true}) {
        List<String> expected =
            held.newest().values().stream()
                .filter(one -> one.deleted() == deletes)
                .map(LandedLine::text)
                .toList();
        assertThat(texts(exact, deletes))
            .as("seed %d, deletes %s", seed, deletes)
            .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(deletes ? exact.deletes() : exact.records()).isEqualTo(expected.size());
      }
      assertThat(exact.lines()).isEqualTo(held.lines());
    }
    assertThat(temporary).isEmptyDirectory();
  }

  /** Many lines of one record cannot be divided, and need not be. */
  @Test
  void holds_one_line_of_a_record_that_has_many() throws IOException {
    LandedLine[] lines = new LandedLine[2000];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line("{\"id\":1,\"n\":" + i + "}", FIRST, Integer.toString(i % 1900), 0);
    }
    bucket.publish(FIRST, "incremental", NONE, lines);
    assertThat(texts(read(), false)).containsExactly(lines[1899].text());
  }

  @Test
  void hands_lines_out_in_the_order_of_the_lake_byte_for_byte() throws IOException {
    LandedLine two = line("{\"id\":2,\"n\":1.10,\"n\":\"\\u00e4 ä\"}", FIRST, "5", 0);
    LandedLine one = line("{\"id\":1,\"n\":12345678901234567890}", FIRST, "5", 0);
    LandedLine three = line("{\"id\":3}", SECOND, "5", 0);
    bucket.publish(FIRST, "incremental", NONE, two, one);
    bucket.publish(SECOND, "incremental", NONE, three, gone("{\"id\":4}", SECOND, null));
    assertThat(texts(read(), false)).containsExactly(two.text(), one.text(), three.text());
    assertThat(texts(read(), true)).hasSize(1);
  }

  /** The API's own bytes may be no text at all; nobody decodes them on their way through. */
  @Test
  void changes_no_byte_that_is_no_text() throws IOException {
    LandedLine one = line("{\"id\":1,\"n\":\"#\"}", FIRST, "5", 0);
    bucket.publish(FIRST, "incremental", NONE, one);
    byte[] odd = one.text().getBytes(StandardCharsets.UTF_8);
    odd[one.text().indexOf('#')] = (byte) 0xff;
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(stored)) {
      gzip.write(odd);
      gzip.write('\n');
    }
    bucket.objects.put(
        new Lake(bucket).runs(DEALS).getFirst().objects().getFirst().key(), stored.toByteArray());
    List<byte[]> taken = new ArrayList<>();
    read().records(taken::add);
    assertThat(taken).containsExactly(odd);
    byte[] record = LandedLine.record(odd);
    assertThat(record)
        .hasSize("{\"id\":1,\"n\":\"#\"}".length())
        .startsWith('{')
        .endsWith('"', '}');
    assertThat(record[13]).isEqualTo((byte) 0xff);
  }

  @Test
  void leaves_nothing_behind_where_an_object_cannot_be_read() {
    bucket.publish(FIRST, "incremental", NONE, line("{\"id\":1}", FIRST, "5", 0));
    String key = new Lake(bucket).runs(DEALS).getFirst().objects().getFirst().key();
    bucket.objects.put(key, Bucket.gzip("\u001b[31m\n"));
    assertThatThrownBy(this::read)
        .isInstanceOf(UnreadableLakeException.class)
        .hasMessageContainingAll("memory:" + key, "restore the object")
        .message()
        .doesNotContain("\u001b");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void names_the_folder_that_takes_no_file() {
    bucket.publish(FIRST, "incremental", NONE, line("{\"id\":1}", FIRST, "5", 0));
    Lake lake = new Lake(bucket);
    Path missing = temporary.resolve("missing");
    assertThatThrownBy(() -> ExactState.of(lake, lake.runs(DEALS), Bucket.READING, missing))
        .isInstanceOf(UnreadableLakeException.class)
        .hasMessageContainingAll(missing.toString(), "make room there, or name another folder");
  }

  /** A heap that could not hold a tenth of the lines is the proof, whatever the collector does. */
  @Test
  void reads_300_000_records_in_a_heap_of_16_megabytes() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ManyLines.class.getName(),
                "300000",
                temporary.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(said).startsWith("300000 records, 3000 deletes, 300000 lines handed out");
    assertThat(process.exitValue()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }
}
