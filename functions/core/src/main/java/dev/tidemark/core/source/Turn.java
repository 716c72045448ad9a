package dev.tidemark.core.source;

import java.time.Instant;

/** Whether a request may be made. */
public sealed interface Turn {
  /**
   * It may be made now.
   *
   * @param number of the request, by which its answer is told
   */
  record Now(long number) implements Turn {}

  /** It may not be made before {@code until}. */
  record Later(Instant until) implements Turn {}
}
