package dev.tidemark.core.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineStreamTest {
  /** Two pieces more than are held back. */
  private static final int LARGE = 18 * 128 * 1024;

  private final ExecutorService compressor = Executors.newSingleThreadExecutor();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final LineStream lines = new LineStream(1, compressor);

  @AfterEach
  void stop() {
    lines.close();
    compressor.shutdown();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void any_sequence_of_pages_kept_and_taken_back_is_byte_exact(long seed) throws Exception {
    Random random = new Random(seed);
    for (int page = 0; page < 24; page++) {
      byte[] bytes = page(random, random.nextInt(4) == 0 ? 2 * LARGE : 200_000);
      if (random.nextInt(3) == 0) {
        write(bytes, random);
        lines.backToMark();
      } else {
        write(bytes, random);
        kept.write(bytes);
        lines.mark();
      }
    }
    assertThat(plain(lines.finish())).isEqualTo(kept.toByteArray());
  }

  @Test
  void a_page_that_is_larger_than_may_be_held_goes_wholly() throws Exception {
    byte[] first = page(new Random(1), 1000);
    lines.write(first, 0, first.length);
    lines.mark();
    byte[] large = new byte[LARGE];
    lines.write(large, 0, large.length);
    lines.backToMark();
    lines.write(first, 0, first.length);
    lines.mark();
    kept.write(first);
    kept.write(first);
    assertThat(plain(lines.finish())).isEqualTo(kept.toByteArray());
  }

  @Test
  void small_pages_cost_no_more_bytes_than_one_large_one() throws Exception {
    byte[] line =
        "{\"id\":1,\"name\":\"a page of one short line\"}\n"
            .repeat(3)
            .getBytes(StandardCharsets.UTF_8);
    for (int page = 0; page < 1000; page++) {
      lines.write(line, 0, line.length);
      lines.mark();
      kept.write(line);
    }
    GzipBuffer one = new GzipBuffer(1);
    one.write(kept.toByteArray(), 0, kept.size());
    assertThat(lines.finish().size()).isEqualTo(one.finish().size());
  }

  private void write(byte[] page, Random random) throws InterruptedException {
    int at = 0;
    while (at < page.length) {
      int length = Math.min(page.length - at, 1 + random.nextInt(300_000));
      lines.write(page, at, length);
      at += length;
    }
  }

  private static byte[] page(Random random, int most) {
    byte[] page = new byte[random.nextInt(most)];
    random.nextBytes(page);
    return page;
  }

  private static byte[] plain(Bytes gzip) throws IOException {
    try (InputStream in = new GZIPInputStream(gzip.stream())) {
      return in.readAllBytes();
    }
  }
}
