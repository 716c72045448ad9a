package dev.tidemark.sync;

import dev.tidemark.simulators.schedule.Planned;
import dev.tidemark.simulators.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Changes a resource in the middle of its walks: before each answer something may happen. */
final class Movement {
  private static final int LATE_SECONDS = 50;

  private final Subject subject;
  private final Random random;
  private volatile boolean deletes;
  private volatile boolean on;

  Movement(Subject subject, long seed) {
    this.subject = subject;
    this.random = new Random(seed);
    subject.bench().simulator.hooks().beforeAnswer(Planned.ANY, Schedule.always(), this::move);
  }

  /** Lets the data move from now on. */
  void start(boolean deleting) {
    deletes = deleting;
    on = true;
  }

  void stop() {
    on = false;
  }

  /** What happens now has one time, so that edits of one step are ties. */
  private synchronized void move() {
    Instant now = subject.bench().clock.instant();
    if (!on) {
      return;
    }
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        subject.edit(random, now);
        subject.edit(random, now);
        subject.edit(random, now);
      }
      case 2 -> subject.insert(random, now);
      case 3 -> subject.insert(random, now.minus(Duration.ofSeconds(random.nextInt(LATE_SECONDS))));
      case 4 -> subject.touch(random, now);
      case 5 -> {
        if (deletes) {
          subject.delete(random, now);
        }
      }
      default -> {}
    }
  }
}
