package dev.tidemark.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.CursorRejected;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status decides; the body only explains. */
class RefusalsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  private final CannedTransport transport = new CannedTransport();
  private final Desk desk = another();

  /** Whoever was told to wait asks nothing meanwhile. */
  private Desk another() {
    return Desk.at(
        Desk.account("lev", URI.create("https://api.lev.com"), "lev_sk_x", Map.of()),
        "deals",
        transport,
        NOW);
  }

  private PageOutcome answered(int status, String body) throws InterruptedException {
    transport.then(status, body);
    return desk.first();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205, 408, 409, 425, 500, 501, 502, 503, 504, 520, 524, 599})
  void what_may_pass_is_unavailable(int status) throws InterruptedException {
    assertThat(answered(status, "{\"data\":[]}")).isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {300, 301, 302, 303, 304, 307, 308, 400, 401, 402, 403, 404, 405, 410, 422, 451})
  void what_a_person_has_to_look_at_is_refused(int status) throws InterruptedException {
    assertThat(answered(status, "{\"data\":[]}")).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 410, 422})
  void what_refuses_a_cursor_is_so_only_where_one_was_sent(int status) throws InterruptedException {
    transport.then(status, "");
    assertThat(desk.next("c")).isInstanceOf(CursorRejected.class);
    assertThat(answered(status, "")).isInstanceOf(Refused.class);
  }

  @Test
  void a_service_that_says_when_to_come_back_is_obeyed() throws InterruptedException {
    transport.then(503, Map.of("Retry-After", "20"), Pieces.whole(""));
    assertThat(desk.first()).isEqualTo(new Throttled(NOW.plusSeconds(20), true, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {420, 429, 509, 529})
  void what_only_a_rate_limit_answers_is_a_wait(int status) throws InterruptedException {
    assertThat(answered(status, "")).isEqualTo(new Throttled(NOW, true, null));
  }

  @Test
  void a_403_that_says_when_to_come_back_is_a_wait() throws InterruptedException {
    transport.then(403, Map.of("Retry-After", "1"), Pieces.whole("{\"message\":\"slow down\"}"));
    assertThat(desk.first()).isEqualTo(new Throttled(NOW.plusSeconds(1), true, null));
  }

  @Test
  void a_403_that_says_that_no_request_is_left_is_a_wait_until_the_budget_resets()
      throws InterruptedException {
    long reset = NOW.plusSeconds(90).getEpochSecond();
    transport.then(
        403,
        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", Long.toString(reset)),
        Pieces.whole("{\"message\":\"API rate limit exceeded\"}"));
    assertThat(desk.first()).isEqualTo(new Throttled(NOW.plusSeconds(90), true, null));
    transport.then(
        429, Map.of("ratelimit-remaining", "0", "ratelimit-reset", "7"), Pieces.whole(""));
    assertThat(another().first()).isEqualTo(new Throttled(NOW.plusSeconds(7), true, null));
  }

  @Test
  void a_403_with_budget_left_or_a_wait_in_prose_alone_stays_a_refusal()
      throws InterruptedException {
    transport.then(403, Map.of("X-RateLimit-Remaining", "17"), Pieces.whole(""));
    assertThat(desk.first()).isInstanceOf(Refused.class);
    assertThat(answered(403, "{\"message\":\"retry after 5 seconds\"}"))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_wait_in_the_body_goes_before_one_in_prose() throws InterruptedException {
    String body =
        "{\"request_id\":\"r\",\"error\":{\"message\":\"Retry after 9 seconds\","
            + "\"retry_after_seconds\":7}}";
    assertThat(answered(429, body)).isEqualTo(new Throttled(NOW.plusSeconds(7), true, "r"));
  }

  @Test
  void a_body_that_breaks_off_changes_nothing() throws InterruptedException {
    transport.then(429, Map.of("Retry-After", "20"), new Broken());
    assertThat(desk.first()).isEqualTo(new Throttled(NOW.plusSeconds(20), true, null));
    transport.then(401, Map.of(), new Broken());
    assertThat(another().first()).isInstanceOf(Refused.class);
    transport.then(400, Map.of(), new Broken());
    assertThat(another().next("c")).isInstanceOf(CursorRejected.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"No\"}}",
        "{\"error\":\"No\"}",
        "{\"error\":{\"title\":\"No\"}}",
        "{\"detail\":\"No\"}",
        "{\"description\":\"No\",\"error\":{}}",
        "{\"message\":\"No\"}",
        "No",
        "  No\n"
      })
  void the_message_is_found_in_every_known_form(String body) throws InterruptedException {
    assertThat(((Refused) answered(403, body)).reason())
        .startsWith("https://api.lev.com answered 403 (No): the credential may not read this");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>No</html>", "{}", "{\"error\":{\"message\":null}}"})
  void no_message_is_made_up(String body) throws InterruptedException {
    assertThat(((Refused) answered(403, body)).reason())
        .startsWith("https://api.lev.com answered 403: the credential may not read this");
  }

  @Test
  void a_message_is_one_short_line() throws InterruptedException {
    String body = "{\"error\":\"a\\r\\n\\u0000b" + "x".repeat(100_000) + "\"}";
    assertThat(((Refused) answered(403, body)).reason()).hasSizeLessThan(600).doesNotContain("\n");
    String short1 = "{\"error\":\"a\\r\\n\\u001b[31mb\"}";
    assertThat(((Refused) answered(403, short1)).reason()).contains("(a [31mb)");
  }

  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return read();
    }
  }
}
