package dev.tidemark.cli.runtimeapi;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** What becomes of one invocation. */
sealed interface Fate {
  /** It may do what it can, in {@code life}. */
  record Lives(Duration life) implements Fate {}

  /** The process is killed at a call to the world, before it is carried out or after. */
  record KilledAt(int call, boolean after) implements Fate {}

  /** The process is killed at any time. */
  record KilledAfter(Duration time) implements Fate {}

  /** A call hangs, and the platform kills at the end of the invocation's life. */
  record Overruns(int call, Duration life) implements Fate {}

  /** The process stops in mid-air, others work after its lease is over, and then it wakes. */
  record Frozen(int call, boolean after) implements Fate {}

  /** The event is delivered to two processes at once. */
  record Doubled(Duration life) implements Fate {}

  /** The process has too little memory. */
  record Starved(int heapMb) implements Fate {}

  /** A life in which a leg comes to its end or hands over. */
  static Lives lives(RandomGenerator random) {
    return new Lives(Duration.ofMillis(1_500 + random.nextInt(2_500)));
  }

  /** Any of them; most are deaths. */
  static Fate any(RandomGenerator random) {
    int share = random.nextInt(100);
    if (share < 35) {
      return new KilledAt(1 + random.nextInt(30), random.nextBoolean());
    }
    if (share < 50) {
      return new KilledAfter(Duration.ofMillis(random.nextInt(2_000)));
    }
    if (share < 60) {
      return new Overruns(1 + random.nextInt(25), Duration.ofMillis(500));
    }
    if (share < 72) {
      return new Frozen(1 + random.nextInt(25), random.nextBoolean());
    }
    if (share < 80) {
      return new Doubled(Duration.ofSeconds(3));
    }
    return share < 88 ? new Starved(8 + random.nextInt(20)) : lives(random);
  }
}
