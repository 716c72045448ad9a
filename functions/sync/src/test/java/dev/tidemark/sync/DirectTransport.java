package dev.tidemark.sync;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import dev.tidemark.simulators.Simulator;
import dev.tidemark.simulators.server.Reply;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a simulator in this process, without a network between. */
record DirectTransport(Simulator simulator, InstantSource clock) implements Transport {
  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) {
    return answer(simulator.server().answer("GET", uri, headers, ""));
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", body.type());
    return answer(simulator.server().answer("POST", uri, all, body.text()));
  }

  private Response answer(Reply reply) {
    return new Direct(reply, clock.instant());
  }

  @Override
  public void close() {}

  private record Direct(Reply reply, Instant at) implements Response {
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
      List<Map.Entry<String, String>> headers = new ArrayList<>(reply.headers().entrySet());
      headers.add(
          Map.entry(
              "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC))));
      return headers;
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(reply.body());
    }

    @Override
    public void close() {}
  }
}
