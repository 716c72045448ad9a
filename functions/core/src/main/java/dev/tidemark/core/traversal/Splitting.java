package dev.tidemark.core.traversal;

import dev.tidemark.core.state.Phase;
import dev.tidemark.core.state.Progress;
import dev.tidemark.core.state.Slice;
import dev.tidemark.core.state.Slicing;
import dev.tidemark.core.watermark.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides what is left of a slice that proves long. The slice's own bound is lowered first, in its
 * item; the run then lists what is missing between that bound and the one that it knows. So no time
 * is in no slice, wherever a process dies: what was lowered and is not yet listed is seen by
 * whoever looks.
 */
final class Splitting {
  /** What is left has to be worth it: the owner that is fenced may read some pages again. */
  private static final long LEAST_PAGES = 40;

  /** A run lists no more slices than that: its item has to stay small. */
  private static final int MOST = 400;

  private Splitting() {}

  /**
   * Where the slice of {@code part} would end; null where too little is left of it.
   *
   * @param length of a slice whose beginning is not known
   * @param workers among whom it is divided
   */
  static @Nullable Instant end(Slices.Part part, Duration length, int workers) {
    Progress progress =
        part.state().phase() instanceof Phase.InFlight(Progress walking) ? walking : null;
    Watermark high = progress == null ? null : progress.walk().sight().highWater();
    Instant until = part.slice().until();
    if (progress == null || high == null || !high.at().isBefore(until)) {
      return null;
    }
    Instant lower = part.slice().from();
    Instant from = lower == null ? until.minus(length) : lower;
    long done = Math.max(1, Duration.between(from, high.at()).toSeconds());
    long left = Duration.between(high.at(), until).toSeconds();
    boolean isLong = (double) progress.tally().pages() * left / done >= LEAST_PAGES;
    Instant end = high.at().plusSeconds(left / workers + 1).truncatedTo(ChronoUnit.SECONDS);
    return isLong && end.isAfter(high.at()) && end.isBefore(until) ? end : null;
  }

  /** Whether a run of so many slices may have some more. */
  static boolean hasRoom(int slices) {
    return slices + Slicing.MOST_WORKERS <= MOST;
  }

  /**
   * The slices as their own items say; null where that is what the run lists.
   *
   * @param workers among whom what is not listed yet is divided
   */
  static @Nullable List<Slice> listed(List<Slices.Part> parts, int workers) {
    List<Slice> slices = new ArrayList<>();
    int number = parts.stream().mapToInt(part -> part.slice().number()).max().orElse(0);
    for (Slices.Part part : parts) {
      Slice slice = part.slice();
      Progress progress = part.state().phase().unfinished();
      Instant until = progress == null ? null : progress.run().scope().until();
      if (until != null && until.isBefore(slice.until())) {
        slices.add(new Slice(slice.number(), slice.from(), until));
        List<Slice> rest = Cuts.equal(workers - 1, number + 1, until, slice.until());
        slices.addAll(rest);
        number += rest.size();
      } else {
        slices.add(slice);
      }
    }
    return slices.size() == parts.size() ? null : slices;
  }
}
