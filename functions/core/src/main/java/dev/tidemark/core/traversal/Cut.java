package dev.tidemark.core.traversal;

import dev.tidemark.core.state.Failure;
import java.time.Instant;

/** Why reading stopped after a stride. */
sealed interface Cut {
  /** The batch is large enough; reading goes on. */
  record Full() implements Cut {}

  /** The walk goes on with something else, which builds on all that came before. */
  record Turned() implements Cut {}

  /** The API does not select by time: the walk begins anew without a lower bound. */
  record Unfiltered(Failure refusal) implements Cut {}

  /** The walk cannot be believed. */
  record Implausible(Failure failure) implements Cut {}

  /** The walk has ended. */
  record Ended() implements Cut {}

  /** The leg should hand over. */
  record OutOfTime() implements Cut {}

  /** The API wants to be left alone for longer than the leg can wait. */
  record Throttled(Instant until, String reason) implements Cut {}

  /** The cursor or its query is refused. */
  record Rejected(Failure failure) implements Cut {}

  /** The run cannot go on. */
  record Broken(Failure failure) implements Cut {}
}
