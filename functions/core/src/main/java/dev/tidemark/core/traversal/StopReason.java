package dev.tidemark.core.traversal;

import dev.tidemark.core.state.Failure;
import java.time.Instant;

/** Why reading stopped after a stride. */
sealed interface StopReason {
  /** The batch is large enough; reading continues. */
  record Full() implements StopReason {}

  /** The walk continues with another stage, which builds on all that came before. */
  record Turned() implements StopReason {}

  /** The API does not select by time: the walk restarts without a lower bound. */
  record Unfiltered(Failure refusal) implements StopReason {}

  /** The walk cannot be believed. */
  record Implausible(Failure failure) implements StopReason {}

  /** The walk has ended. */
  record Ended() implements StopReason {}

  /** The leg should hand over. */
  record OutOfTime() implements StopReason {}

  /** The API is rate limited for longer than the leg can wait. */
  record Throttled(Instant until, String reason) implements StopReason {}

  /** The cursor or its query is rejected. */
  record Rejected(Failure failure) implements StopReason {}

  /** The run cannot continue. */
  record Broken(Failure failure) implements StopReason {}
}
