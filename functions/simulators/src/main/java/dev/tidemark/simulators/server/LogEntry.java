package dev.tidemark.simulators.server;

import java.util.Map;
import java.util.TreeMap;

/**
 * One answered request. Credentials are left out, so that a log may be printed.
 *
 * @param resource the name under which the vendor counts it
 * @param request what was asked, without its {@code Authorization} header and without its body,
 *     which may hold a client secret
 * @param status the status of the reply, whether or not the wire let it through
 */
public record LogEntry(String resource, Request request, int status) {
  private static final String CREDENTIAL = "authorization";

  /** The entry for {@code request}, which loses its credentials here. */
  static LogEntry of(String resource, Request request, int status) {
    Map<String, String> headers = new TreeMap<>(request.headers());
    headers.remove(CREDENTIAL);
    Request stripped =
        new Request(
            request.number(),
            request.at(),
            request.method(),
            request.path(),
            request.query(),
            headers,
            "");
    return new LogEntry(resource, stripped, status);
  }
}
