package dev.tidemark.simulators.server;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it arrived.
 *
 * @param number which request of this server it is, from 1
 * @param at when it arrived, by the server's clock
 * @param path the decoded path
 * @param query the decoded query parameters
 * @param headers first value of each header, names in lower case
 * @param body what was posted, read as UTF-8; empty without a body
 */
public record Request(
    long number,
    Instant at,
    String method,
    String path,
    QueryString query,
    Map<String, String> headers,
    String body) {
  public Request {
    if (number < 1) {
      throw new IllegalArgumentException("number < 1: " + number);
    }
    headers = Map.copyOf(headers);
  }

  /** The first value of a header, whatever its case, or null when it was not sent. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }
}
