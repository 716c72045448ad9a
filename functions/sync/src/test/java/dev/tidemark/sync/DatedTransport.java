package dev.tidemark.sync;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dates each answer by the bench's clock: the JDK's server, in which a simulator lives, dates it by
 * the machine's, and a run that stands in another time than its server proves nothing.
 */
record DatedTransport(Transport transport, InstantSource clock) implements Transport {
  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) throws IOException {
    return new Dated(transport.get(uri, headers, limit), date());
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit)
      throws IOException {
    return new Dated(transport.post(uri, headers, body, limit), date());
  }

  private String date() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
  }

  @Override
  public void close() {
    transport.close();
  }

  private record Dated(Response answer, String date) implements Response {
    @Override
    public int status() {
      return answer.status();
    }

    @Override
    public @Nullable String header(String name) {
      return name.equalsIgnoreCase("Date") ? date : answer.header(name);
    }

    @Override
    public List<Map.Entry<String, String>> headers() {
      return answer.headers();
    }

    @Override
    public InputStream body() throws IOException {
      return answer.body();
    }

    @Override
    public void close() {
      answer.close();
    }
  }
}
