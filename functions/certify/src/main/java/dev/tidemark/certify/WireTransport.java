package dev.tidemark.certify;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.simulators.server.Reply;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reader sends its requests through, into the same process. */
record WireTransport(Wire wire) implements Transport {
  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) {
    return new Replied(wire.ask("GET", uri, headers, ""));
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit) {
    Map<String, String> sent = new LinkedHashMap<>(headers);
    sent.put("Content-Type", body.type());
    return new Replied(wire.ask("POST", uri, sent, body.text()));
  }

  @Override
  public void close() {
    // There is no connection.
  }

  private record Replied(Reply reply) implements Response {
    @Override
    public int status() {
      return reply.status();
    }

    @Override
    public @Nullable String header(String name) {
      return headers().stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    }

    @Override
    public List<Map.Entry<String, String>> headers() {
      return List.copyOf(reply.headers().entrySet());
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(reply.body());
    }

    @Override
    public void close() {
      // There is no connection.
    }
  }
}
