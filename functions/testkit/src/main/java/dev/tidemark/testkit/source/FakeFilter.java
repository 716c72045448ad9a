package dev.tidemark.testkit.source;

import dev.tidemark.core.source.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an API selects by the bounds that it is asked for. */
enum FakeFilter {
  /** From the lower bound on, up to before the upper one. */
  INCLUSIVE {
    @Override
    boolean reaches(Instant from, Instant at) {
      return !at.isBefore(from);
    }
  },
  /** What lies at the lower bound is left out. */
  EXCLUSIVE {
    @Override
    boolean reaches(Instant from, Instant at) {
      return at.isAfter(from);
    }
  },
  /** Bounds mean nothing to it. */
  IGNORED {
    @Override
    boolean reaches(Instant from, Instant at) {
      return true;
    }
  };

  abstract boolean reaches(Instant from, Instant at);

  /** Whether a record of {@code at} is shown; one without a time never is once there is a bound. */
  boolean shows(@Nullable Instant at, PageRequest request) {
    Instant from = request.from();
    Instant until = request.until();
    if (this == IGNORED || (from == null && until == null)) {
      return true;
    }
    return at != null
        && (from == null || reaches(from, at))
        && (until == null || at.isBefore(until));
  }
}
