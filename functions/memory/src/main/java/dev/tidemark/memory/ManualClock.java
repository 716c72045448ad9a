package dev.tidemark.memory;

import dev.tidemark.core.plan.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it; a pause moves it and returns at once. */
public final class ManualClock implements InstantSource, Pause {
  private Instant now;
  private Duration paused = Duration.ZERO;

  public ManualClock(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves on by {@code time}. */
  public synchronized void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public synchronized void pause(Duration time) {
    paused = paused.plus(time);
    advance(time);
  }

  /** All pauses so far. */
  public synchronized Duration paused() {
    return paused;
  }
}
