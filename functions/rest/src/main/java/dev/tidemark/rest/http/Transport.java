package dev.tidemark.rest.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Sends one request and no other: no redirect is followed, nothing is tried again. */
public interface Transport extends AutoCloseable {
  /**
   * Asks for {@code uri}.
   *
   * @param limit how long the whole exchange may take, the body included; then it breaks off
   * @throws IOException if no answer came
   */
  Response get(URI uri, Map<String, String> headers, Duration limit) throws IOException;

  /**
   * Sends {@code body} to {@code uri}.
   *
   * @param limit as for {@link #get}
   * @throws IOException if no answer came
   */
  Response post(URI uri, Map<String, String> headers, Payload body, Duration limit)
      throws IOException;

  @Override
  void close();
}
