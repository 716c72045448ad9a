package dev.tidemark.certify;

import dev.tidemark.simulators.server.Reply;
import java.net.URI;
import java.util.Map;

/** The way to an API: one exchange is one call, which a fault can happen at. */
@FunctionalInterface
public interface Wire {
  /**
   * Asks.
   *
   * @param body empty for none
   */
  Reply ask(String method, URI uri, Map<String, String> headers, String body);
}
