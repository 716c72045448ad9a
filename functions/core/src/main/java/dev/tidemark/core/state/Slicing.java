package dev.tidemark.core.state;

import java.util.List;

/**
 * Into which slices of record time a run is cut. Together they cover everything from the run's
 * lower bound to the end of the last one, without a gap and without an overlap.
 *
 * @param workers how many of them walk beside each other at most; 1 for a run in one piece
 * @param slices oldest first; empty until the run is cut
 */
public record Slicing(int workers, List<Slice> slices) {
  /** A run in one piece. */
  public static final Slicing NONE = new Slicing(1, List.of());

  /** More at a time than this help no API. */
  public static final int MOST_WORKERS = 32;

  public Slicing {
    slices = List.copyOf(slices);
    if (workers < 1 || workers > MOST_WORKERS) {
      throw new IllegalArgumentException(
          "not 1 to " + MOST_WORKERS + " slices at a time: " + workers);
    }
    for (int i = 1; i < slices.size(); i++) {
      if (!slices.get(i - 1).meets(slices.get(i))) {
        throw new IllegalArgumentException("slices leave a gap: " + slices);
      }
    }
  }

  /** A run that is to be cut into slices of which {@code workers} walk at a time. */
  public static Slicing of(int workers) {
    return new Slicing(workers, List.of());
  }

  /** The same cut into {@code parts}. */
  public Slicing into(List<Slice> parts) {
    return new Slicing(workers, parts);
  }

  /** Whether the run has yet to be cut. */
  public boolean mustCut() {
    return workers > 1 && slices.isEmpty();
  }
}
