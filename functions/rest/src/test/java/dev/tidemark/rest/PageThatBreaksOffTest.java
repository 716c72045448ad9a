package dev.tidemark.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.OwnServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Every place at which a page can break off is tried: none of them is an end of data. */
class PageThatBreaksOffTest {
  private static final String PAGE =
      """
      \ufeff{ "request_id" : "r-1", "timestamp":"2026-01-02T03:04:05Z",
        "data" : [ {"id":1, "updated_at":null, "x":{"data":[{"id":[0]}]}} ,
          {"id":"two","twin":1,"twin":"\\ud800 \\"}],\\\\","huge":-1E400,"\u00e9":"\uD83C\uDF0A"},
          [3], null, "pagination", 12345678901234567890, {"id":4,"":[[],{},[{}]]}],
        "pagination":{"total":3,"has_more":false,"next_cursor":null,"cursor":""}, "z":[1,2] }\
      """;

  private static final Map<String, String> PACKED = Map.of("Content-Encoding", "gzip");

  private final CannedTransport transport = new CannedTransport();
  private final Desk desk =
      Desk.at(
          Desk.account("lev", URI.create("https://api.lev.com"), "lev_sk_x", Map.of()),
          "deals",
          transport,
          Instant.EPOCH);

  @Test
  void is_unavailable_wherever_it_breaks_off() throws InterruptedException {
    byte[] page = PAGE.getBytes(UTF_8);
    for (int length = 0; length < page.length; length++) {
      transport.then(200, Map.of(), new ByteArrayInputStream(page, 0, length));
      assertThat(desk.first()).as("after %s bytes", length).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void is_unavailable_wherever_what_follows_is_lost_in_the_middle() throws InterruptedException {
    byte[] page = PAGE.getBytes(UTF_8);
    byte[] zeros = new byte[page.length];
    for (int length = 0; length < page.length; length++) {
      System.arraycopy(page, 0, zeros, 0, length);
      Arrays.fill(zeros, length, zeros.length, (byte) 0);
      transport.then(200, Map.of(), new ByteArrayInputStream(zeros));
      assertThat(desk.first()).as("after %s bytes", length).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void counts_when_it_is_whole() throws InterruptedException {
    transport.then(200, PAGE);
    assertThat(desk.first())
        .isEqualTo(new Delivered(null, null, "r-1", Instant.parse("2026-01-02T03:04:05Z")));
    assertThat(desk.taken().records()).hasSize(3);
    assertThat(desk.taken().rejects()).hasSize(4);
  }

  /** The transport unpacks, so that what it says about a packed body is tried through a server. */
  @Test
  void is_packed_and_unavailable_wherever_it_breaks_off() throws Exception {
    byte[] packed = packed(PAGE);
    try (OwnServer server = new OwnServer();
        Desk networked =
            Desk.at(Desk.account("lev", server.uri(), "lev_sk_x", Map.of()), "deals")) {
      for (int length = 0; length < packed.length; length++) {
        server.answer(200, PACKED, Arrays.copyOf(packed, length));
        assertThat(networked.first()).as("after %s", length).isInstanceOf(Unavailable.class);
      }
      server.answer(200, PACKED, packed);
      assertThat(networked.first()).isInstanceOf(Delivered.class);
    }
  }

  private static byte[] packed(String page) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(page.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
