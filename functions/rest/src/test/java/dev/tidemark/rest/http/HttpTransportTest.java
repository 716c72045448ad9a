package dev.tidemark.rest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.tidemark.rest.standin.OwnServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportTest {
  private final OwnServer server = new OwnServer();
  private final HttpTransport transport = new HttpTransport(EgressPolicy.ANY);

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  private String read() throws IOException {
    try (Response answer = get(server.uri(), Map.of())) {
      return new String(answer.body().readAllBytes(), UTF_8);
    }
  }

  private Response get(URI uri, Map<String, String> headers) throws IOException {
    return transport.get(uri, headers, Duration.ofSeconds(10));
  }

  @Nested
  class AConnection {
    @Test
    void is_used_again_when_the_answer_was_read_to_its_end() throws IOException {
      server.answer(200, Map.of(), "whole".getBytes(UTF_8));
      for (int i = 0; i < 5; i++) {
        assertThat(read()).isEqualTo("whole");
      }
      assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void is_used_again_when_the_answer_was_packed() throws IOException {
      server.answer(200, Map.of("Content-Encoding", "gzip"), packed("whole"));
      for (int i = 0; i < 5; i++) {
        assertThat(read()).isEqualTo("whole");
      }
      assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void is_used_again_when_the_answer_came_in_chunks_and_packed() throws IOException {
      server.inChunks().answer(200, Map.of("Content-Encoding", "gzip"), packed("whole"));
      for (int i = 0; i < 5; i++) {
        assertThat(read()).isEqualTo("whole");
      }
      assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void is_dropped_when_the_answer_was_not_read_to_its_end() throws IOException {
      server.answer(200, Map.of(), new byte[1_000_000]);
      for (int i = 0; i < 3; i++) {
        try (Response answer = get(server.uri(), Map.of())) {
          assertThat(answer.body().read()).isZero();
        }
      }
      assertThat(server.connections()).isEqualTo(3);
    }
  }

  @Nested
  class AnAnswer {
    @Test
    void tells_its_headers_in_any_case() throws IOException {
      server.answer(200, Map.of("Retry-After", "5"), new byte[0]);
      try (Response answer = get(server.uri(), Map.of())) {
        assertThat(answer.header("retry-after")).isEqualTo("5");
        assertThat(answer.header("X-None")).isNull();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "utf8", "identity", "none", " ", "ISO-8859-1"})
    void that_is_plainly_not_packed_is_read(String encoding) throws IOException {
      server.answer(200, Map.of("Content-Encoding", encoding), "whole".getBytes(UTF_8));
      assertThat(read()).isEqualTo("whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-gzip", "GZIP", "X-GZip "})
    void packed_by_gzip_under_any_of_its_names_is_unpacked(String encoding) throws IOException {
      server.answer(200, Map.of("Content-Encoding", encoding), packed("whole"));
      assertThat(read()).isEqualTo("whole");
    }

    @Test
    void packed_in_a_way_that_was_not_asked_for_is_an_error() throws IOException {
      server.answer(200, Map.of("Content-Encoding", "br"), new byte[] {1, 2});
      try (Response answer = get(server.uri(), Map.of())) {
        assertThatThrownBy(answer::body).isInstanceOf(IOException.class).hasMessageContaining("br");
      }
    }
  }

  @Nested
  class ARequest {
    @Test
    void cannot_be_given_a_second_header_in_the_value_of_one() throws IOException {
      server.answer(200, Map.of(), new byte[0]);
      get(server.uri(), Map.of("X-Plain", "a\r\nX-Injected: b\nX-Other: c")).close();
      assertThat(server.headers()).doesNotContainKeys("X-injected", "X-other");
    }

    @Test
    void carries_its_body_whole_and_no_redirect_takes_it_elsewhere() throws IOException {
      server.answer(200, HttpTransportTest::echo);
      try (Response answer = post(Payload.json("{\"a\":\"\u00e9\"}"))) {
        assertThat(new String(answer.body().readAllBytes(), UTF_8))
            .isEqualTo("POST application/json {\"a\":\"\u00e9\"}");
        assertThat(answer.headers()).extracting(Map.Entry::getKey).contains("Date");
      }
      server.answer(307, Map.of("Location", server.uri() + "/elsewhere"), new byte[0]);
      try (Response answer = post(Payload.json("{}"))) {
        assertThat(answer.status()).isEqualTo(307);
      }
      assertThat(server.requests()).isEqualTo(2);
    }

    private Response post(Payload body) throws IOException {
      return transport.post(server.uri(), Map.of(), body, Duration.ofSeconds(10));
    }

    @Test
    void is_made_once_even_when_the_server_hangs_up() {
      server.answer(0, Map.of(), new byte[0]);
      assertThatThrownBy(() -> get(server.uri(), Map.of())).isInstanceOf(IOException.class);
      assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void does_not_reach_this_machine_where_only_the_public_network_is_allowed() {
      try (HttpTransport deployed = new HttpTransport(EgressPolicy.PUBLIC)) {
        for (String host : new String[] {"localhost", "127.0.0.1", "[::1]", "2130706433"}) {
          URI uri = URI.create("http://" + host + ":" + server.uri().getPort() + "/");
          assertThatThrownBy(() -> deployed.get(uri, Map.of(), Duration.ofSeconds(5)))
              .as(host)
              .isInstanceOf(IOException.class)
              .hasMessageContaining("not public");
        }
        assertThat(server.requests()).isZero();
      }
    }
  }

  private static byte[] echo(HttpExchange exchange) {
    try {
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      return (exchange.getRequestMethod() + " " + type + " " + body).getBytes(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
