package dev.tidemark.core.traversal;

import dev.tidemark.core.state.Slice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is cut: into more slices than walk at a time, so that a long one leaves its
 * neighbours to the others. All bounds are whole seconds, as the coarsest API writes them.
 */
final class Cuts {
  /** Slices for each that walks at a time. */
  private static final int EACH = 4;

  private Cuts() {}

  /**
   * The slices from {@code from} to {@code until}.
   *
   * @param from lower bound of the run; null for none
   * @param first the oldest record's time
   * @return none where there is too little between to be cut
   */
  static List<Slice> of(int workers, @Nullable Instant from, Instant first, Instant until) {
    Instant begin = first.truncatedTo(ChronoUnit.SECONDS);
    List<Slice> slices = equal(workers * EACH, 1, begin, until);
    if (slices.size() < 2) {
      return List.of();
    }
    slices.set(0, new Slice(1, from, slices.getFirst().until()));
    return slices;
  }

  /**
   * Slices of equal length from {@code from} to {@code until}; fewer where there are fewer seconds.
   *
   * @param number of the first of them
   */
  static List<Slice> equal(int most, int number, Instant from, Instant until) {
    long seconds = from.isBefore(until) ? Duration.between(from, until).toSeconds() : 0;
    int count = (int) Math.min(most, Math.max(1, seconds));
    List<Slice> slices = new ArrayList<>();
    Instant lower = from;
    for (int piece = 1; piece <= count && lower.isBefore(until); piece++) {
      Instant upper =
          piece == count ? until : from.plusSeconds(Math.multiplyExact(seconds, piece) / count);
      slices.add(new Slice(number + piece - 1, lower, upper));
      lower = upper;
    }
    return slices;
  }
}
