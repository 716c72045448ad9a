package dev.tidemark.core.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipBufferTest {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  @Test
  void what_was_written_comes_out_again() throws IOException {
    GzipBuffer gzip = new GzipBuffer(1);
    write(gzip, "one\n");
    write(gzip, "two\n");
    gzip.mark();
    assertThat(plain(gzip.finish())).isEqualTo(kept.toByteArray());
  }

  @Test
  void nothing_written_is_a_valid_empty_member() throws IOException {
    assertThat(plain(new GzipBuffer(1).finish())).isEmpty();
  }

  @Nested
  class WhenItGoesBackToItsMark {
    @Test
    void what_followed_the_mark_is_gone_and_what_comes_next_follows_it() throws IOException {
      GzipBuffer gzip = new GzipBuffer(1);
      write(gzip, "kept\n");
      gzip.mark();
      discard(gzip, "gone\n".getBytes(StandardCharsets.UTF_8));
      gzip.backToMark();
      write(gzip, "kept too\n");
      gzip.mark();
      assertThat(plain(gzip.finish())).isEqualTo(kept.toByteArray());
    }

    @Test
    void to_its_very_beginning_it_is_empty() throws IOException {
      GzipBuffer gzip = new GzipBuffer(1);
      discard(gzip, random(1, 300_000));
      gzip.backToMark();
      assertThat(plain(gzip.finish())).isEmpty();
    }

    @Test
    void twice_in_a_row_it_stays_there() throws IOException {
      GzipBuffer gzip = new GzipBuffer(1);
      write(gzip, "kept\n");
      gzip.mark();
      gzip.backToMark();
      discard(gzip, random(2, 100_000));
      gzip.backToMark();
      gzip.backToMark();
      assertThat(plain(gzip.finish())).isEqualTo(kept.toByteArray());
    }

    @Test
    void its_size_is_what_it_was() {
      GzipBuffer gzip = new GzipBuffer(1);
      write(gzip, "kept\n".repeat(1000));
      gzip.mark();
      long size = gzip.size();
      discard(gzip, random(3, 500_000));
      gzip.backToMark();
      assertThat(gzip.size()).isEqualTo(size);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void any_sequence_of_pages_kept_and_taken_back_is_byte_exact(long seed) throws IOException {
    Random random = new Random(seed);
    GzipBuffer gzip = new GzipBuffer(1 + (int) seed);
    for (int page = 0; page < 40; page++) {
      byte[] bytes = page(random);
      if (random.nextInt(3) == 0) {
        discard(gzip, bytes);
        gzip.backToMark();
      } else {
        gzip.write(bytes, 0, bytes.length);
        kept.write(bytes);
        gzip.mark();
      }
    }
    assertThat(plain(gzip.finish())).isEqualTo(kept.toByteArray());
  }

  @Test
  void every_size_around_the_border_of_a_piece_is_byte_exact() throws IOException {
    for (int size = 65_480; size < 65_560; size++) {
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      GzipBuffer gzip = new GzipBuffer(1);
      byte[] noise = random(size, size);
      gzip.write(noise, 0, size);
      expected.write(noise);
      gzip.mark();
      discard(gzip, random(7, 70_000));
      gzip.backToMark();
      gzip.write(noise, 0, 10);
      expected.write(noise, 0, 10);
      gzip.mark();
      assertThat(plain(gzip.finish())).as("%s bytes", size).isEqualTo(expected.toByteArray());
    }
  }

  @Test
  void a_page_far_larger_than_a_piece_is_byte_exact() throws IOException {
    GzipBuffer gzip = new GzipBuffer(6);
    byte[] large = random(9, 9_000_000);
    gzip.write(large, 0, large.length);
    gzip.mark();
    Bytes finished = gzip.finish();
    assertThat(finished.size()).isGreaterThan(9_000_000);
    assertThat(plain(finished)).isEqualTo(large);
  }

  @Test
  void the_gzip_command_believes_it(@TempDir Path folder) throws Exception {
    GzipBuffer gzip = new GzipBuffer(1);
    write(gzip, "kept\n".repeat(50_000));
    gzip.mark();
    discard(gzip, random(5, 400_000));
    gzip.backToMark();
    write(gzip, "and more\n");
    gzip.mark();
    Path file = folder.resolve("lines.gz");
    try (InputStream in = gzip.finish().stream()) {
      Files.copy(in, file);
    }
    Process check = new ProcessBuilder("gzip", "-t", file.toString()).inheritIO().start();
    assertThat(check.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(check.exitValue()).isZero();
  }

  private void write(GzipBuffer gzip, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    gzip.write(bytes, 0, bytes.length);
    kept.writeBytes(bytes);
  }

  private static void discard(GzipBuffer gzip, byte[] bytes) {
    gzip.write(bytes, 0, bytes.length);
  }

  /** Up to a few pieces, now noise, now text. */
  private static byte[] page(Random random) {
    byte[] page = new byte[random.nextInt(200_000)];
    if (random.nextBoolean()) {
      random.nextBytes(page);
    } else {
      for (int i = 0; i < page.length; i++) {
        page[i] = (byte) ('a' + i % 20);
      }
    }
    return page;
  }

  private static byte[] random(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] plain(Bytes gzip) throws IOException {
    try (InputStream in = new GZIPInputStream(gzip.stream())) {
      return in.readAllBytes();
    }
  }
}
