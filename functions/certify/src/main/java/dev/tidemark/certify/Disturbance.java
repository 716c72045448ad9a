package dev.tidemark.certify;

import dev.tidemark.certify.described.Trouble;
import org.jspecify.annotations.Nullable;

/** What happens at the API while it is walked. */
interface Disturbance {
  /** Nothing happens. */
  Disturbance NONE = _ -> null;

  /**
   * Happens before the {@code request}-th request of a run is answered.
   *
   * @return what goes wrong with the answer; null for nothing
   */
  @Nullable Trouble before(int request);

  /** Happens when that answer is on its way. */
  default void after(int request) {}
}
