package dev.tidemark.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.core.source.PageOutcome;
import dev.tidemark.core.source.PageOutcome.Delivered;
import dev.tidemark.core.source.PageOutcome.Refused;
import dev.tidemark.core.source.PageOutcome.Throttled;
import dev.tidemark.core.source.PageOutcome.Unavailable;
import dev.tidemark.core.source.PageReader;
import dev.tidemark.core.source.PageRequest;
import dev.tidemark.memory.ManualClock;
import dev.tidemark.rest.definition.Definition;
import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.query.Settings;
import dev.tidemark.rest.request.SourceMemory;
import dev.tidemark.rest.standin.AnyApi;
import dev.tidemark.rest.standin.CannedTransport;
import dev.tidemark.rest.standin.Desk;
import dev.tidemark.rest.standin.Pieces;
import dev.tidemark.rest.standin.Taken;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {
  private static final Definition API = AnyApi.definition("pagination: {kind: none}");
  private static final String SECRET = "s3cr3t/+=hush";
  private static final String PAGE = "{\"data\":[]}";

  private final CannedTransport transport = new CannedTransport();
  private final ManualClock clock = new ManualClock(AnyApi.NOW);
  private final SourceMemory memory = new SourceMemory();
  private PageReader reader = reader(API);

  private PageReader reader(Definition definition) {
    return Desk.account(
            definition,
            URI.create(AnyApi.BASE),
            "{\"clientId\":\"client-1\",\"clientSecret\":\"" + SECRET + "\"}",
            Settings.DEFAULT)
        .remembering(memory)
        .reader("all", transport, clock)
        .list();
  }

  private PageOutcome read() throws InterruptedException {
    return reader.read(new PageRequest(null, null, null, Duration.ofSeconds(9)), new Taken());
  }

  private static String granted(String token, int lives) {
    return "{\"access_token\":\""
        + token
        + "\",\"token_type\":\"bearer\",\"expires_in\":"
        + lives
        + "}";
  }

  private List<String> shown() {
    return transport.asked().stream()
        .map(asked -> asked.headers().getOrDefault("Authorization", asked.uri().getPath()))
        .toList();
  }

  @Test
  void a_token_is_fetched_once_and_outlives_the_leg() throws InterruptedException {
    transport.then(200, granted("token-1", 1800)).then(200, PAGE).then(200, PAGE).then(200, PAGE);
    read();
    read();
    reader = reader(API);
    assertThat(read()).isInstanceOf(Delivered.class);
    assertThat(shown())
        .containsExactly("/token", "Bearer token-1", "Bearer token-1", "Bearer token-1");
  }

  @Test
  void a_token_is_fetched_in_the_time_of_the_leg() throws InterruptedException {
    transport.then(200, granted("token-1", 1800)).then(200, PAGE);
    reader.read(new PageRequest(null, null, null, Duration.ofMinutes(10)), new Taken());
    assertThat(transport.asked())
        .extracting(CannedTransport.Asked::limit)
        .containsExactly(Duration.ofSeconds(30), Duration.ofMinutes(2));
  }

  @Test
  void a_token_is_asked_for_in_json_or_as_a_form() throws InterruptedException {
    transport.then(200, granted("token-1", 1800)).then(200, PAGE);
    read();
    CannedTransport.Asked asked = transport.asked().getFirst();
    assertThat(asked.uri()).hasToString(AnyApi.BASE + "/token");
    assertThat(asked.headers()).doesNotContainKey("Authorization");
    assertThat(asked.body())
        .isEqualTo(
            Payload.json(
                "{\"grant_type\":\"client_credentials\",\"client_id\":\"client-1\","
                    + "\"client_secret\":\"s3cr3t/+=hush\",\"scope\":\"read\"}"));
    CannedTransport form = new CannedTransport().then(200, granted("t-token", 9)).then(200, PAGE);
    Desk.account(
            dev.tidemark.rest.definition.Sources.builtIn("askelephant"),
            URI.create("https://app.askelephant.ai"),
            "{\"clientId\":\"c\",\"clientSecret\":\"" + SECRET + "\"}",
            Settings.DEFAULT)
        .reader("tags", form, clock)
        .list()
        .read(new PageRequest(null, null, null, Duration.ofSeconds(9)), new Taken());
    assertThat(form.asked().getFirst().uri()).hasPath("/api/v1/oauth/token");
    assertThat(form.asked().getFirst().body())
        .isEqualTo(
            new Payload(
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials&client_id=c&client_secret=s3cr3t%2F%2B%3Dhush"));
  }

  @Test
  void a_token_is_renewed_a_minute_before_it_ends() throws InterruptedException {
    transport.then(200, granted("token-1", 1800)).then(200, PAGE).then(200, PAGE);
    read();
    clock.advance(Duration.ofSeconds(1739));
    read();
    clock.advance(Duration.ofSeconds(1));
    transport.then(200, granted("token-2", 1800)).then(200, PAGE);
    read();
    assertThat(shown())
        .containsExactly("/token", "Bearer token-1", "Bearer token-1", "/token", "Bearer token-2");
  }

  @Test
  void a_token_that_says_no_end_is_kept_until_it_is_refused() throws InterruptedException {
    transport.then(200, "{\"access_token\":\"token-1\"}").then(200, PAGE).then(200, PAGE);
    read();
    clock.advance(Duration.ofDays(30));
    assertThat(read()).isInstanceOf(Delivered.class);
    assertThat(shown()).containsExactly("/token", "Bearer token-1", "Bearer token-1");
  }

  @Nested
  class ARefusedToken {
    @Test
    void is_replaced_once_and_the_page_asked_for_again() throws InterruptedException {
      transport.then(200, granted("token-1", 1800)).then(200, PAGE).then(401, "{}");
      read();
      assertThat(((Unavailable) read()).reason()).contains("a new one is fetched");
      transport.then(200, granted("token-2", 1800)).then(200, PAGE);
      assertThat(read()).isInstanceOf(Delivered.class);
      assertThat(shown())
          .containsExactly(
              "/token", "Bearer token-1", "Bearer token-1", "/token", "Bearer token-2");
    }

    @Test
    void fails_the_second_time_in_a_row() throws InterruptedException {
      transport.then(200, granted("token-1", 1800)).then(401, "{}");
      assertThat(read()).isInstanceOf(Unavailable.class);
      transport.then(200, granted("token-2", 1800)).then(401, "{}");
      assertThat(((Refused) read()).reason()).contains("the credential is refused; replace it");
    }

    @Test
    void is_replaced_again_after_the_next_one_was_accepted() throws InterruptedException {
      for (int i = 0; i < 3; i++) {
        transport.then(200, granted("token-" + i, 1800)).then(404, "{}").then(401, "{}");
        assertThat(read()).as("another refusal accepts the token").isInstanceOf(Refused.class);
        assertThat(read()).isInstanceOf(Unavailable.class);
      }
    }

    @Test
    void of_another_reader_is_not_taken_from_this_one() throws InterruptedException {
      transport.then(200, granted("token-1", 1800)).then(401, "{}");
      read();
      PageReader other = reader(API);
      transport.then(200, granted("token-2", 1800)).then(200, PAGE).then(200, PAGE);
      read();
      other.read(new PageRequest(null, null, null, Duration.ofSeconds(9)), new Taken());
      assertThat(shown()).endsWith("/token", "Bearer token-2", "Bearer token-2");
    }
  }

  @Nested
  class ATokenRequest {
    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 302, 307})
    void that_is_refused_needs_a_person(int status) throws InterruptedException {
      transport.then(status, "{\"error\":\"invalid_client\",\"error_description\":\"No.\"}");
      assertThat(((Refused) read()).reason())
          .startsWith(AnyApi.BASE + ": the token request was answered " + status + " (No.)");
      assertThat(transport.asked()).as("nothing else is asked").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 408})
    void that_breaks_is_made_again(int status) throws InterruptedException {
      transport.then(status, "");
      assertThat(read()).isInstanceOf(Unavailable.class);
      transport.then(200, granted("token-1", 1800)).then(200, PAGE);
      assertThat(read()).isInstanceOf(Delivered.class);
    }

    @Test
    void that_is_asked_to_wait_waits() throws InterruptedException {
      transport.then(429, Map.of("Retry-After", "7"), Pieces.whole(""));
      assertThat(read()).isEqualTo(new Throttled(AnyApi.NOW.plusSeconds(7), true, null));
      String date = "Sun, 22 Nov 2026 03:01:00 GMT";
      transport.then(503, Map.of("Retry-After", date), Pieces.whole(""));
      assertThat(read()).isEqualTo(new Throttled(AnyApi.NOW.plusSeconds(60), false, null));
      transport.then(403, Map.of("Retry-After", "9"), Pieces.whole(""));
      assertThat(read()).isEqualTo(new Throttled(AnyApi.NOW.plusSeconds(9), true, null));
      transport.then(429, "");
      assertThat(read()).isEqualTo(new Throttled(AnyApi.NOW, true, null));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "{}", "[]", "{\"access_token\":\"\"}", "{\"access_token\":\"a\\nb\"}"})
    void that_gives_no_token_is_made_again(String body) throws InterruptedException {
      transport.then(200, body);
      assertThat(((Unavailable) read()).reason())
          .startsWith(AnyApi.BASE + ": the answer to the token request ")
          .containsAnyOf("is no JSON", "holds no token at access_token", "no header can carry")
          .endsWith("is " + AnyApi.BASE + "/token where tokens are given?");
    }

    @Test
    void that_is_answered_by_a_page_or_without_end_is_made_again() throws InterruptedException {
      transport.then(200, "<html>hush</html>");
      assertThat(((Unavailable) read()).reason()).contains("is no JSON").doesNotContain("hush");
      transport.then(200, "{\"access_token\":\"" + "t".repeat(70_000) + "\"}");
      assertThat(((Unavailable) read()).reason()).contains("is longer than 65536 bytes");
    }

    @Test
    void that_is_refused_with_a_status_of_success_is_refused() throws InterruptedException {
      transport.then(200, "{\"error\":\"bad_client " + SECRET + "\"}");
      assertThat(((Refused) read()).reason())
          .contains("answered with the error bad_client [redacted]: check clientId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "null", "\"soon\"", "-5", "1e30", "{}", "true"})
    void that_says_no_life_gives_a_token_that_is_used_until_it_is_refused(String lives)
        throws InterruptedException {
      transport
          .then(200, "{\"access_token\":\"token-1\",\"expires_in\":" + lives + "}")
          .then(200, PAGE)
          .then(200, PAGE);
      read();
      clock.advance(Duration.ofDays(3));
      assertThat(read()).isInstanceOf(Delivered.class);
      assertThat(shown()).containsExactly("/token", "Bearer token-1", "Bearer token-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1800\"", "1800.9", "\"1800.0\""})
    void that_says_the_life_as_a_text_is_read(String lives) throws InterruptedException {
      transport
          .then(200, "{\"access_token\":\"token-1\",\"expires_in\":" + lives + "}")
          .then(200, PAGE);
      read();
      clock.advance(Duration.ofSeconds(1741));
      transport.then(200, granted("token-2", 1)).then(200, PAGE);
      assertThat(read()).as("renewed in time").isInstanceOf(Delivered.class);
      clock.advance(Duration.ofSeconds(1));
      transport.then(200, granted("token-3", 1)).then(200, PAGE);
      assertThat(read())
          .as("a life of a second is renewed each time")
          .isInstanceOf(Delivered.class);
    }

    @Test
    void counts_in_no_bucket() throws InterruptedException {
      reader =
          reader(
              AnyApi.with(
                  "rate: {buckets: {slow: {requests: 1}}}",
                  "pagination: {kind: none}",
                  "bucket: slow"));
      transport.then(200, granted("token-1", 1800)).then(200, PAGE);
      assertThat(read()).isInstanceOf(Delivered.class);
      assertThat(read()).isEqualTo(new Throttled(AnyApi.NOW.plusSeconds(60), false, null));
    }
  }

  @Test
  void neither_secret_nor_token_comes_back_out_of_an_answer() throws InterruptedException {
    transport.then(400, "{\"error\":\"bad secret s3cr3t/+=hush s3cr3t%2F%2B%3Dhush\"}");
    assertThat(read().toString()).contains("[redacted] [redacted]").doesNotContain("hush");
    transport
        .then(200, granted("tok-hush-1", 1800))
        .then(403, "{\"error\":\"tok-hush-1 dG9rLWh1c2gtMQ== may not\"}");
    assertThat(read().toString()).doesNotContain("hush", "dG9rLWh1c2gtMQ");
    assertThat(transport.asked().toString()).doesNotContain("s3cr3t");
  }
}
