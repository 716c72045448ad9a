package dev.tidemark.cli.runtimeapi;

import dev.tidemark.rest.http.Payload;
import dev.tidemark.rest.http.Response;
import dev.tidemark.rest.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Sends to an API on this machine what is meant for the public one. */
record Rerouted(Transport transport, URI origin) implements Transport {
  @Override
  public Response get(URI uri, Map<String, String> headers, Duration limit) throws IOException {
    return transport.get(there(uri), headers, limit);
  }

  @Override
  public Response post(URI uri, Map<String, String> headers, Payload body, Duration limit)
      throws IOException {
    return transport.post(there(uri), headers, body, limit);
  }

  private URI there(URI uri) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(origin + uri.getRawPath() + query);
  }

  @Override
  public void close() {
    transport.close();
  }
}
