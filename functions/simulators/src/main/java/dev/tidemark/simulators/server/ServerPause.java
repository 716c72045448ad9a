package dev.tidemark.simulators.server;

import java.time.Duration;

/** The one place of this module that sleeps, because a slow server has to be slow for real. */
final class ServerPause {
  private ServerPause() {}

  static void of(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
