package dev.tidemark.sync;

import dev.tidemark.simulators.schedule.Planned;
import dev.tidemark.simulators.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Changes a resource in the middle of its walks: before each answer something may happen. */
final class Movement {
  private static final int LATE_SECONDS = 50;

  private static final int ROW = 5;

  /** A walk outlasts what the next run reads again, so that no lookback hides a loss. */
  private static final int SLOW_SECONDS = 300;

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
    if (!on) {
      return;
    }
    subject.bench().clock.advance(Duration.ofSeconds(random.nextInt(SLOW_SECONDS)));
    Instant now = subject.bench().clock.instant();
    switch (random.nextInt(9)) {
      case 0, 1 -> {
        subject.edit(random, now);
        subject.edit(random, now);
        subject.edit(random, now);
      }
      case 2 -> subject.insert(random, now);
      case 3 -> subject.insert(random, now.minus(Duration.ofSeconds(random.nextInt(LATE_SECONDS))));
      case 4 -> subject.touch(random, now);
      // The row that a cursor names is among them now and then.
      case 5 -> subject.editRow(random, now, ROW);
      case 6 -> {
        if (deletes) {
          subject.delete(random, now);
        }
      }
      default -> {}
    }
  }
}
