package dev.tidemark.simulators.examples;

import dev.tidemark.simulators.server.Reply;

/**
 * How an API of one shape answers. An implementer refuses what the public documentation says that
 * the API refuses, parameters that it does not know included.
 */
interface ExampleShape {
  /** Answers a request. */
  Reply answer(ExampleCall call);

  /** A record of a resource as it is shown. */
  String record(String resource, ExampleRow row);

  /** Whether a resource shows the row as one that is there. */
  default boolean lists(String resource, ExampleRow row) {
    return !row.gone();
  }

  /** The answer to a client that asks too often. */
  default Reply limited() {
    return ExampleCall.json(429, "{\"message\":\"too many requests\"}").with("Retry-After", "1");
  }
}
