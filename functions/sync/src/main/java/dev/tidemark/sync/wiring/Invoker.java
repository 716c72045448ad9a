package dev.tidemark.sync.wiring;

/** Sends an event to a function, asynchronously. What is sent may get lost or come twice. */
@FunctionalInterface
public interface Invoker {
  /** Sends {@code event}, which is delivered at once: an invocation cannot be meant for later. */
  void send(String event);
}
