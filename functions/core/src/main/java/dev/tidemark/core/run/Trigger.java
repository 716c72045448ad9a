package dev.tidemark.core.run;

/** Why an invocation happens; it decides what a claim may start. */
public enum Trigger {
  /** The schedule: starts a new run, or goes on with the one in flight, a failed one included. */
  SCHEDULE,
  /**
   * A person: as the schedule, and the guard against legs without progress starts counting anew.
   */
  OPERATOR,
  /**
   * A continuation or the sweep: goes on with what is in flight and never starts anything (a hint).
   */
  CONTINUATION
}
