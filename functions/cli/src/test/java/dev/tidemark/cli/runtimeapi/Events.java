package dev.tidemark.cli.runtimeapi;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Events that wait for delivery, in no promised order. */
final class Events {
  private static final int ATTEMPTS = 3;

  private final List<Delivery> waiting = new ArrayList<>();

  /**
   * An event on its way.
   *
   * @param attempt from 1; Lambda tries an event three times in all, under the same request id
   */
  record Delivery(String event, String requestId, int attempt) {
    boolean isLast() {
      return attempt == ATTEMPTS;
    }

    Delivery again() {
      return new Delivery(event, requestId, attempt + 1);
    }
  }

  synchronized void send(String event) {
    waiting.add(new Delivery(event, UUID.randomUUID().toString(), 1));
  }

  synchronized void put(Delivery delivery) {
    waiting.add(delivery);
  }

  synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  synchronized Delivery take(RandomGenerator random) {
    return waiting.remove(random.nextInt(waiting.size()));
  }
}
