package dev.tidemark.sync.wiring;

import dev.tidemark.core.plan.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** Waits in real time, in short steps, so that a request to stop is heard. */
public final class SystemPause implements Pause {
  private static final Duration STEP = Duration.ofMillis(100);

  private final InstantSource clock;
  private final BooleanSupplier stop;

  public SystemPause(InstantSource clock, BooleanSupplier stop) {
    this.clock = clock;
    this.stop = stop;
  }

  @Override
  public void pause(Duration time) throws InterruptedException {
    Instant end = clock.instant().plus(time);
    while (!stop.getAsBoolean()) {
      Duration left = Duration.between(clock.instant(), end);
      if (!left.isPositive()) {
        return;
      }
      Thread.sleep(left.compareTo(STEP) < 0 ? left : STEP);
    }
  }
}
