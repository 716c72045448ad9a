package dev.tidemark.core.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The calls that count in a window of a fixed length that slides.
 *
 * <p>A server counts a call when it arrives, which is after it was sent and before it is answered.
 * A call therefore counts here until a window after its answer. Where answers take a time that
 * matters beside the window, it counts less long by what no answer has been quicker than lately,
 * but for a part of the window: the next call will be on its way for its part of that too. A call
 * that was late on its way counts longer by as much either way. It is not safe for several threads.
 */
final class SlidingWindow {
  /** No call is answered later. */
  private static final Duration STALE = Duration.ofMinutes(3);

  /** The part of a window that may be lost rather than be one call over. */
  private static final int SAFE_PARTS = 32;

  private static final Duration MOMENT = Duration.ofMillis(5);

  /** So many answers are one generation, of which two are remembered; the first teaches only. */
  private static final int GENERATION = 32;

  private final Duration length;
  private final Map<Long, Instant> inFlight = new HashMap<>();
  private final PriorityQueue<Instant> falls = new PriorityQueue<>();
  private long number;
  private int answers;
  private Duration quickest = STALE;
  private Duration quickestBefore = STALE;

  SlidingWindow(Duration length) {
    this.length = length;
  }

  /** Counts a call that is sent at {@code now}; returns its number. */
  long sent(Instant now) {
    inFlight.put(++number, now);
    return number;
  }

  /** The call {@code number} was answered, or never will be. */
  void answered(long number, Instant now) {
    Instant sent = inFlight.remove(number);
    if (sent == null) {
      return;
    }
    Duration took = Duration.between(sent, now);
    Duration both = quickest.compareTo(quickestBefore) < 0 ? quickest : quickestBefore;
    Duration sure = (took.compareTo(both) < 0 ? took : both).minus(length.dividedBy(SAFE_PARTS));
    boolean known = answers >= GENERATION && !sure.isNegative();
    falls.add((known ? now.minus(sure) : now).plus(length));
    learn(took);
  }

  private void learn(Duration took) {
    quickest = took.compareTo(quickest) < 0 ? took : quickest;
    answers++;
    if (answers % GENERATION == 0) {
      quickestBefore = quickest;
      quickest = STALE;
    }
  }

  /** How many calls count at {@code now}. */
  int calls(Instant now) {
    Instant first = falls.peek();
    while (first != null && !first.isAfter(now)) {
      falls.poll();
      first = falls.peek();
    }
    Instant lost = now.minus(STALE).minus(length);
    inFlight.values().removeIf(sent -> !sent.isAfter(lost));
    return falls.size() + inFlight.size();
  }

  /** When the first of the calls falls out; a moment after {@code now} where none is answered. */
  Instant next(Instant now) {
    Instant first = falls.peek();
    if (first != null) {
      return first;
    }
    Duration moment = length.dividedBy(64);
    return now.plus(moment.compareTo(MOMENT) < 0 ? MOMENT : moment);
  }

  /** The calls that count, those without an answer as if it came as late as it can. */
  RateUsage usage(Instant now) {
    List<Instant> all = new ArrayList<>(falls);
    inFlight.values().forEach(_ -> all.add(now.plus(length).plus(STALE)));
    return new RateUsage(all);
  }

  /** Counts none any more. */
  void clear() {
    falls.clear();
    inFlight.clear();
  }
}
