package dev.tidemark.sync.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SystemPauseTest {
  private final InstantSource clock = InstantSource.system();

  @Test
  void lasts_as_long_as_it_was_told() throws InterruptedException {
    Instant before = clock.instant();
    new SystemPause(clock, () -> false).pause(Duration.ofMillis(150));
    assertThat(Duration.between(before, clock.instant()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
  }

  @Test
  void is_over_when_the_leg_is_asked_to_stop() throws InterruptedException {
    AtomicInteger looks = new AtomicInteger();
    new SystemPause(clock, () -> looks.incrementAndGet() > 2).pause(Duration.ofHours(1));
    assertThat(looks).hasValue(3);
  }

  @Test
  void of_no_time_is_none() throws InterruptedException {
    new SystemPause(InstantSource.fixed(Instant.EPOCH), () -> false).pause(Duration.ZERO);
    new SystemPause(InstantSource.fixed(Instant.EPOCH), () -> false).pause(Duration.ofSeconds(-1));
  }

  @Test
  void is_over_when_its_thread_is_interrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new SystemPause(clock, () -> false).pause(Duration.ofHours(1)))
        .isInstanceOf(InterruptedException.class);
  }
}
