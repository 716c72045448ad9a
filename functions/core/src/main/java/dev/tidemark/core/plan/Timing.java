package dev.tidemark.core.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a leg waits by.
 *
 * @param clock tells the time
 * @param pause spends it
 * @param random spreads retries, and draws the ids of runs
 */
public record Timing(InstantSource clock, Pause pause, RandomGenerator random) {
  /** The time. */
  public Instant now() {
    return clock.instant();
  }
}
