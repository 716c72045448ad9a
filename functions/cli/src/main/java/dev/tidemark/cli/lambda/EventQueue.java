package dev.tidemark.cli.lambda;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The events that wait for delivery, and how many are being handled. */
final class EventQueue {
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition sent = lock.newCondition();
  private final PriorityQueue<QueuedEvent> waiting = new PriorityQueue<>();
  private long number;
  private int running;

  EventQueue(InstantSource clock) {
    this.clock = clock;
  }

  void send(String event, Instant due) {
    lock.lock();
    try {
      waiting.add(new QueuedEvent(event, due, number++));
      sent.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next event that is due; null if there is none within {@code patience}. Ends with {@link
   * #done}.
   */
  @Nullable QueuedEvent take(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!isDue()) {
        if (left <= 0) {
          return null;
        }
        left = sent.awaitNanos(left);
      }
      running++;
      return waiting.poll();
    } finally {
      lock.unlock();
    }
  }

  void done() {
    lock.lock();
    try {
      running--;
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing waits and nothing runs that could send. */
  boolean isIdle() {
    lock.lock();
    try {
      return waiting.isEmpty() && running == 0;
    } finally {
      lock.unlock();
    }
  }

  private boolean isDue() {
    QueuedEvent next = waiting.peek();
    return next != null && !next.due().isAfter(clock.instant());
  }
}
