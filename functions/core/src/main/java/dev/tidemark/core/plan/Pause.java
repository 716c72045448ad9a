package dev.tidemark.core.plan;

import java.time.Duration;

/** Waits; the only way in which a leg spends time doing nothing. */
public interface Pause {
  /**
   * Returns after {@code time}, or earlier when the leg was asked to stop.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  void pause(Duration time) throws InterruptedException;
}
