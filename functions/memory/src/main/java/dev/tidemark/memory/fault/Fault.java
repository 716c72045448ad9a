package dev.tidemark.memory.fault;

/** What goes wrong at one call of a port. */
public enum Fault {
  /** The call fails and had no effect. */
  FAIL_BEFORE,
  /** The call had its effect and is reported as failed: its answer was lost. */
  FAIL_AFTER,
  /**
   * The answer was lost and the client tried again by itself: the second attempt's answer is given.
   */
  REPEAT,
  /** The process is killed before the call. */
  KILL_BEFORE,
  /** The process is killed after the call had its effect. */
  KILL_AFTER
}
