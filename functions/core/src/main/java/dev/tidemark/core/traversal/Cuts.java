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
    long seconds = begin.isBefore(until) ? Duration.between(begin, until).toSeconds() : 0;
    int count = (int) Math.min((long) workers * EACH, seconds);
    List<Slice> slices = new ArrayList<>();
    Instant lower = from;
    for (int number = 1; number <= count && count > 1; number++) {
      Instant upper =
          number == count ? until : begin.plusSeconds(Math.multiplyExact(seconds, number) / count);
      slices.add(new Slice(number, lower, upper));
      lower = upper;
    }
    return slices;
  }
}
