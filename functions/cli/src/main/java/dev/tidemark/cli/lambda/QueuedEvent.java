package dev.tidemark.cli.lambda;

import java.time.Instant;

/**
 * An event on its way to the function.
 *
 * @param due when it may be delivered
 * @param number in the order of sending, which decides between equals
 */
record QueuedEvent(String event, Instant due, long number) implements Comparable<QueuedEvent> {
  @Override
  public int compareTo(QueuedEvent other) {
    int byTime = due.compareTo(other.due);
    return byTime != 0 ? byTime : Long.compare(number, other.number);
  }
}
