package dev.tidemark.rest.request;

import dev.tidemark.rest.definition.Rate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to a number of requests in a time, of which a full window may be used as a burst, and to
 * what the server says.
 *
 * <p>It is shared by the readers of one process, and knows nothing of others.
 */
public final class Pacer {
  private final Rate.@Nullable Bucket limit;
  private final Deque<Instant> sent = new ArrayDeque<>();
  private Instant held = Instant.MIN;

  /**
   * @param limit null for none of our own
   */
  Pacer(Rate.@Nullable Bucket limit) {
    this.limit = limit;
  }

  /**
   * Counts a request in, if it may be made.
   *
   * @return when to come back; null if the request may be made now
   */
  public synchronized @Nullable Instant take(Instant now) {
    Instant free = free();
    if (free.isAfter(now)) {
      return free;
    }
    if (limit != null) {
      sent.addLast(now);
      if (sent.size() > limit.requests()) {
        sent.removeFirst();
      }
    }
    return null;
  }

  private Instant free() {
    if (limit == null || sent.size() < limit.requests()) {
      return held;
    }
    Instant window = sent.getFirst().plus(limit.per());
    return window.isAfter(held) ? window : held;
  }

  /** Nothing may be asked before {@code until}: the server says so. */
  public synchronized void hold(Instant until) {
    held = until.isAfter(held) ? until : held;
  }
}
