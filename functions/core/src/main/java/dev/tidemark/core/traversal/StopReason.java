package dev.tidemark.core.traversal;

import dev.tidemark.core.state.Failure;
import java.time.Instant;

/** Why reading stopped after a stride. */
sealed interface StopReason {
  /** The batch is large enough; reading goes on. */
  record Full() implements StopReason {}

  /** The walk goes on with something else, which builds on all that came before. */
  record Turned() implements StopReason {}

  /** The API does not select by time: the walk begins anew without a lower bound. */
  record Unfiltered(Failure refusal) implements StopReason {}

  /** The walk cannot be believed. */
  record Implausible(Failure failure) implements StopReason {}

  /** The walk has ended. */
  record Ended() implements StopReason {}

  /** The leg should hand over. */
  record OutOfTime() implements StopReason {}

  /** The API wants to be left alone for longer than the leg can wait. */
  record Throttled(Instant until, String reason) implements StopReason {}

  /** The cursor or its query is refused. */
  record Rejected(Failure failure) implements StopReason {}

  /** The run cannot go on. */
  record Broken(Failure failure) implements StopReason {}
}
