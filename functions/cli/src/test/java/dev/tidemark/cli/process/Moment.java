package dev.tidemark.cli.process;

import java.time.Duration;

/** When a command is killed. */
@FunctionalInterface
interface Moment {
  /** Waits for it; false if the command ended before it came. */
  boolean await(Running running, Walk walk);

  /** As soon as a batch is durable that was not before. */
  static Moment batch() {
    return (running, walk) -> {
      int before = walk.batches();
      return running.until(() -> walk.batches() > before);
    };
  }

  /** As soon as the state changes behind a new batch. */
  static Moment stateWrite() {
    return (running, walk) -> {
      if (!batch().await(running, walk)) {
        return false;
      }
      long before = walk.stateStamp();
      return running.until(() -> walk.stateStamp() != before);
    };
  }

  /** As soon as a manifest is there. */
  static Moment manifest() {
    return (running, walk) -> {
      int before = walk.manifests();
      return running.until(() -> walk.manifests() > before);
    };
  }

  /** So long after the first page that the command asks for. */
  static Moment walking(Duration time) {
    return (running, walk) -> {
      int before = walk.asked();
      return running.until(() -> walk.asked() > before) && running.runOn(time);
    };
  }

  /** So long after its start. */
  static Moment age(Duration time) {
    return (running, walk) -> running.runOn(time);
  }
}
