package dev.tidemark.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps to a number of requests a minute; a full window may be used as a burst.
 *
 * <p>It knows the requests of this leg only. What the server says is obeyed besides.
 */
final class Pacer {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final int perMinute;
  private final Deque<Instant> sent = new ArrayDeque<>();

  /**
   * @param perMinute 0 for no limit
   */
  Pacer(int perMinute) {
    this.perMinute = perMinute;
  }

  /** When the next request may be sent; not after {@code now} if at once. */
  Instant next(Instant now) {
    if (perMinute == 0 || sent.size() < perMinute) {
      return now;
    }
    Instant free = sent.getFirst().plus(WINDOW);
    return free.isAfter(now) ? free : now;
  }

  /** A request is sent. */
  void send(Instant now) {
    if (perMinute > 0) {
      sent.addLast(now);
      while (sent.size() > perMinute) {
        sent.removeFirst();
      }
    }
  }
}
