package dev.tidemark.core.source;

import java.time.Instant;
import java.util.List;

/**
 * The calls of a holder that still count in its window.
 *
 * @param falls when each of them stops to count, in order
 */
public record RateUsage(List<Instant> falls) {
  /** No call. */
  public static final RateUsage NONE = new RateUsage(List.of());

  public RateUsage {
    falls = falls.stream().sorted().toList();
  }

  /** How many there are. */
  public int calls() {
    return falls.size();
  }

  /** When the {@code number}-th of them, counted from 1, stops to count. */
  public Instant falls(int number) {
    return falls.get(number - 1);
  }
}
