package dev.tidemark.core.run;

/** Why an invocation happens; it decides what a claim may start. */
public enum Trigger {
  /** The schedule: starts a new run, or resumes the one in flight, a failed one included. */
  SCHEDULE,
  /** The operator: as the schedule, and the guard against legs without progress is reset. */
  OPERATOR,
  /** A continuation or the sweep: resumes what is in flight and never starts anything (a hint). */
  CONTINUATION
}
