package dev.tidemark.microbench;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API that answers every request with one page. */
record CannedPage(byte[] page) implements Transport {
  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) {
    return new Answer(page);
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit) {
    return new Answer(page);
  }

  @Override
  public void close() {
    // There is no connection.
  }

  private record Answer(byte[] page) implements Response {
    @Override
    public int status() {
      return 200;
    }

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
      return new ByteArrayInputStream(page);
    }

    @Override
    public void close() {
      // There is no connection.
    }
  }
}
