package dev.tidemark.testkit.protocol;

import dev.tidemark.core.lake.StoredBatch;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.ResourceState;
import org.jspecify.annotations.Nullable;

/** How far one invocation has come; every step from here is one call of a port. */
sealed interface Owner {
  /** It is dead, or not yet born. */
  record Off() implements Owner {}

  /** It believes that {@code held} is stored, and looks at what to do next. */
  record At(ResourceState held) implements Owner {}

  /** The batch is durable, and the progress is to move to {@code after}. */
  record Put(ResourceState held, Progress after) implements Owner {}

  /**
   * The progress has moved and the batch is still to be stored: only a broken protocol comes here.
   */
  record Unput(ResourceState held, StoredBatch batch) implements Owner {}

  /** The manifest is written, and the run has to enter the index. */
  record Published(ResourceState held) implements Owner {}

  /**
   * The index was read and does not hold the run.
   *
   * @param seen the revision that was read; -1 for any that is not the index's any more
   */
  record Entering(ResourceState held, long seen) implements Owner {}

  /** The run is in the index, and is to be completed. */
  record Entered(ResourceState held) implements Owner {}

  /**
   * A write has taken effect, its answer was lost, and the client is about to try again by itself.
   */
  record Retrying(ResourceState held, ResourceState next) implements Owner {}

  /** What it believes to be stored; null for one that does not live. */
  default @Nullable ResourceState held() {
    return switch (this) {
      case Off() -> null;
      case At(ResourceState held) -> held;
      case Put(ResourceState held, Progress _) -> held;
      case Unput(ResourceState held, StoredBatch _) -> held;
      case Published(ResourceState held) -> held;
      case Entering(ResourceState held, long _) -> held;
      case Entered(ResourceState held) -> held;
      case Retrying(ResourceState held, ResourceState _) -> held;
    };
  }
}
