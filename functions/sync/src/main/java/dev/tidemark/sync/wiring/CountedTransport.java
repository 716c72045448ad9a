package dev.tidemark.sync.wiring;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts by status how the API answers, token requests included, and tells when it is closed, which
 * a leg does at its end. One that is killed tells nothing: these counts serve alarms, not accounts.
 */
final class CountedTransport implements Transport {
  private final Transport transport;
  private final Consumer<Map<String, Long>> listener;
  private final Map<String, Long> counts = new TreeMap<>();

  CountedTransport(Transport transport, Consumer<Map<String, Long>> listener) {
    this.transport = transport;
    this.listener = listener;
  }

  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) throws IOException {
    return counted(() -> transport.get(uri, headers, limit));
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit)
      throws IOException {
    return counted(() -> transport.post(uri, headers, body, limit));
  }

  @Override
  public void close() {
    transport.close();
    synchronized (counts) {
      listener.accept(Map.copyOf(counts));
    }
  }

  private Response counted(Exchange exchange) throws IOException {
    try {
      Response answer = exchange.send();
      count(name(answer.status()));
      return answer;
    } catch (IOException e) {
      count("unanswered");
      throw e;
    }
  }

  private void count(String name) {
    synchronized (counts) {
      counts.merge(name, 1L, Long::sum);
    }
  }

  private static String name(int status) {
    return switch (status) {
      case 401, 403, 429 -> "answered" + status;
      default -> "answered" + status / 100 + "xx";
    };
  }

  @FunctionalInterface
  private interface Exchange {
    Response send() throws IOException;
  }
}
