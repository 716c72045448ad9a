package dev.tidemark.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.OwnServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An answer that is too much stays too much: it is refused with what to do, not tried again. */
class TooMuchTest {
  private final OwnServer server = new OwnServer();
  private final Desk desk =
      Desk.at(
          Desk.account("lev", server.uri(), "lev_sk_x", Map.of("maxResponseBytes", "100000")),
          "deals");

  @AfterEach
  void close() {
    desk.close();
    server.close();
  }

  private String refused(Map<String, String> headers, byte[] body) throws InterruptedException {
    server.answer(200, headers, body);
    PageOutcome outcome = desk.first();
    assertThat(outcome).isInstanceOf(Refused.class);
    return ((Refused) outcome).reason();
  }

  @Test
  void a_page_that_is_too_large_says_which_setting_to_raise() throws InterruptedException {
    assertThat(refused(Map.of(), " ".repeat(100_001).getBytes(UTF_8)))
        .contains("/deals: the answer is larger than 100000 bytes", "raise maxResponseBytes");
  }

  @Test
  void a_small_packed_page_that_unpacks_to_a_large_one_is_broken_off() throws InterruptedException {
    byte[] packed = packed(" ".repeat(50_000_000).getBytes(UTF_8));
    assertThat(packed).hasSizeLessThan(100_000);
    assertThat(refused(Map.of("Content-Encoding", "gzip"), packed))
        .contains("larger than 100000 bytes unpacked");
  }

  @Test
  void a_page_that_nests_too_deeply_says_so() throws InterruptedException {
    String page = "{\"data\":[{\"id\":1,\"x\":" + "[".repeat(2000) + "]".repeat(2000) + "}]}";
    assertThat(refused(Map.of(), page.getBytes(UTF_8))).contains("deeper than 1000 levels");
  }

  @Test
  void an_explanation_is_read_for_a_while_only() throws InterruptedException {
    server.answer(403, Map.of(), "x".repeat(10_000_000).getBytes(UTF_8));
    assertThat(((Refused) desk.first()).reason()).hasSizeLessThan(600);
  }

  private static byte[] packed(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
