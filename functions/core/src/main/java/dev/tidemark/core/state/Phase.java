package dev.tidemark.core.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a resource stands. */
public sealed interface Phase {
  /** No run is unfinished. */
  record Idle() implements Phase {}

  /** A run reads pages, or waits for its next leg. */
  record InFlight(Progress progress) implements Phase {}

  /**
   * A run must not call the API before {@code until}.
   *
   * @param reason for the operator
   */
  record Waiting(Progress progress, Instant until, String reason) implements Phase {}

  /** A run has ended and is being published; it reads no page. */
  record Sealed(Seal seal) implements Phase {}

  /**
   * A slice has read its last page and waits until the run that it is a part of takes over what it
   * has; it publishes nothing itself.
   */
  record Walked(Progress progress) implements Phase {
    public Walked {
      if (!progress.walk().position().ended()) {
        throw new IllegalArgumentException("walked before its end: " + progress.run().id());
      }
    }
  }

  /** A run failed; the next schedule or the operator resumes it at its progress. */
  record Failed(Progress progress, Failure failure) implements Phase {}

  /** The operator paused the resource; {@code progress} is null where no run was unfinished. */
  record Paused(@Nullable Progress progress) implements Phase {}

  /** The unfinished run's progress, or null where there is none. */
  default @Nullable Progress unfinished() {
    return switch (this) {
      case Idle() -> null;
      case InFlight(Progress progress) -> progress;
      case Waiting(Progress progress, Instant _, String _) -> progress;
      case Sealed(Seal seal) -> seal.progress();
      case Walked(Progress progress) -> progress;
      case Failed(Progress progress, Failure _) -> progress;
      case Paused(Progress progress) -> progress;
    };
  }
}
