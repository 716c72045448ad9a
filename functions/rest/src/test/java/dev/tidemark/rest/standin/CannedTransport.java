package dev.tidemark.rest.standin;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers without a network, and remembers what was asked. */
public final class CannedTransport implements Transport {
  private final Deque<Canned> answers = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();

  /** One request. */
  public record Asked(
      URI uri, Map<String, String> headers, Duration limit, @Nullable Payload body) {}

  /** The next answer. */
  public CannedTransport then(int status, Map<String, String> headers, InputStream body) {
    answers.add(new Canned(status, headers, body));
    return this;
  }

  /** The next answer. */
  public CannedTransport then(int status, String body) {
    return then(status, Map.of(), Pieces.whole(body));
  }

  /** The requests, in order. */
  public List<Asked> asked() {
    return asked;
  }

  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) {
    asked.add(new Asked(uri, headers, limit, null));
    return answers.removeFirst();
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit) {
    asked.add(new Asked(uri, headers, limit, body));
    return answers.removeFirst();
  }

  @Override
  public void close() {}

  private record Canned(int status, Map<String, String> sent, InputStream body)
      implements Response {
    @Override
    public @Nullable String header(String name) {
      return sent.get(name);
    }

    @Override
    public List<Map.Entry<String, String>> headers() {
      return List.copyOf(sent.entrySet());
    }

    @Override
    public void close() {}
  }
}
