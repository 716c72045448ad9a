package dev.tidemark.sync.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountedTransportTest {
  private static final URI API = URI.create("https://api.example.com/");

  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final Map<String, Long> told = new HashMap<>();
  private final CountedTransport transport = new CountedTransport(new Scripted(), told::putAll);

  /** Answers with the statuses that are prepared, and not at all where that is 0. */
  private final class Scripted implements Transport {
    @Override
    public Response get(URI uri, Map<String, String> headers, Duration limit) throws IOException {
      int status = statuses.remove();
      if (status == 0) {
        throw new IOException("reset");
      }
      return new Bare(status);
    }

    @Override
    public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit)
        throws IOException {
      return get(uri, headers, limit);
    }

    @Override
    public void close() {}
  }

  private record Bare(int status) implements Response {
    @Override
    public @Nullable String header(String name) {
      return null;
    }

    @Override
    public List<Map.Entry<String, String>> headers() {
      return List.of();
    }

    @Override
    public InputStream body() {
      return InputStream.nullInputStream();
    }

    @Override
    public void close() {}
  }

  private int get() throws IOException {
    try (Response answer = transport.get(API, Map.of(), Duration.ofSeconds(1))) {
      return answer.status();
    }
  }

  @Test
  void tells_at_its_end_how_often_the_api_answered_how() throws IOException {
    statuses.addAll(List.of(200, 204, 401, 403, 404, 429, 429, 503, 0));
    for (int status : List.of(200, 204, 401, 403, 404, 429, 429, 503)) {
      assertThat(get()).isEqualTo(status);
    }
    assertThatThrownBy(this::get).hasMessage("reset");
    assertThat(told).isEmpty();
    transport.close();
    assertThat(told)
        .containsOnly(
            Map.entry("answered2xx", 2L),
            Map.entry("answered401", 1L),
            Map.entry("answered403", 1L),
            Map.entry("answered4xx", 1L),
            Map.entry("answered429", 2L),
            Map.entry("answered5xx", 1L),
            Map.entry("unanswered", 1L));
  }
}
