package dev.tidemark.cli.process;

import java.util.concurrent.CountDownLatch;

/** An answer that waits until a test lets it go. */
final class Held {
  private Held() {}

  static void until(CountDownLatch released) {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
