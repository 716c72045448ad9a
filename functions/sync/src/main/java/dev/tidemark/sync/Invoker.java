package dev.tidemark.sync;

import java.time.Instant;

/**
 * Sends an event to the function that is running, asynchronously. What is sent may get lost or come
 * twice.
 */
@FunctionalInterface
public interface Invoker {
  /**
   * Sends {@code event}.
   *
   * @param at not before this time; an invoker that cannot wait that long leaves it to the sweep
   */
  void send(String event, Instant at);
}
