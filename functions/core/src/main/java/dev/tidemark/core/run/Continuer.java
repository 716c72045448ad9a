package dev.tidemark.core.run;

import java.time.Instant;

/**
 * Asks for the next leg of a run. The request is a hint: it may get lost, come twice, late or out
 * of order, and the state decides what it means. An implementer therefore owes no guarantee, only
 * the attempt, and reports an attempt that failed by an exception, which ends the leg without harm:
 * the sweep finds the run.
 */
public interface Continuer {
  /**
   * Asks for a leg of {@code key}.
   *
   * @param at not before this time
   */
  void goOn(ResourceKey key, Instant at);
}
