package dev.tidemark.sync.wiring;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * What ends a leg, or lets one begin.
 *
 * @param clock tells the time
 * @param patience the longest wait inside a leg
 * @param stop whether the process was asked to end
 * @param dead whether an owner of a lease is known to be dead
 * @param slices of a run that may walk beside each other at most
 */
public record LegLimits(
    InstantSource clock,
    Duration patience,
    BooleanSupplier stop,
    Predicate<String> dead,
    int slices) {
  /** The same where every run walks in one piece. */
  public LegLimits(
      InstantSource clock, Duration patience, BooleanSupplier stop, Predicate<String> dead) {
    this(clock, patience, stop, dead, 1);
  }
}
