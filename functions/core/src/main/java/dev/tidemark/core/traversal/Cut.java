package dev.tidemark.core.traversal;

import dev.tidemark.core.state.Failure;
import java.time.Instant;

/** Why reading stopped after a stride. */
sealed interface Cut {
  /** The batch is large enough; reading continues. */
  record Full() implements Cut {}

  /** The walk continues with another stage, which builds on all that came before. */
  record Turned() implements Cut {}

  /** The API does not select by time: the walk restarts without a lower bound. */
  record Unfiltered(Failure refusal) implements Cut {}

  /** The walk cannot be believed. */
  record Implausible(Failure failure) implements Cut {}

  /** The walk has ended. */
  record Ended() implements Cut {}

  /** The leg should hand over. */
  record OutOfTime() implements Cut {}

  /** The API is rate limited for longer than the leg can wait. */
  record Throttled(Instant until, String reason) implements Cut {}

  /** The cursor or its query is rejected. */
  record Rejected(Failure failure) implements Cut {}

  /** The run cannot continue. */
  record Broken(Failure failure) implements Cut {}
}
