package dev.tidemark.core.traversal;

import dev.tidemark.core.watermark.Watermark;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Watches the watermarks of one page and decides how far the high-water may rise.
 *
 * <p>A cursor that the server infers from a row's position jumps when that row is edited: the next
 * page then begins behind rows that were never shown. That page and all that follow it in the same
 * query hold nothing older than the jump, and no jump is older than the run. So the high-water
 * rises over a page only if the page needed no cursor or shows a record from before the run began;
 * otherwise the closing query begins below the jump and reads what was skipped. The moment at which
 * the page's own cursor was given out would not do: behind a jump that cursor is younger than the
 * skipped rows.
 */
final class Ascent {
  /** How exactly a server's clock and the times that it prints can be expected to agree. */
  private static final Duration PRECISION = Duration.ofSeconds(2);

  private final @Nullable Instant proof;
  private final Instant now;
  private @Nullable Watermark last;
  private @Nullable Watermark lowest;
  private @Nullable Watermark highest;
  private boolean proven;
  private boolean ordered = true;
  private int future;

  /**
   * @param noJumpBefore nothing older is found behind a jump; null where the page needed no cursor
   * @param now the server's clock as far as known
   * @param before the high-water so far; a fresh query begins below it
   */
  Ascent(@Nullable Instant noJumpBefore, Instant now, @Nullable Watermark before) {
    this.proof = noJumpBefore == null ? null : noJumpBefore.minus(PRECISION);
    this.now = now.plus(PRECISION);
    this.last = noJumpBefore == null ? null : before;
    this.proven = noJumpBefore == null;
  }

  void see(Watermark watermark) {
    if (watermark.at().isAfter(now)) {
      future++;
      return;
    }
    if (last != null && watermark.at().isBefore(last.at())) {
      ordered = false;
    }
    if (proof != null && watermark.at().isBefore(proof)) {
      proven = true;
    }
    last = watermark;
    lowest = lowest == null || watermark.at().isBefore(lowest.at()) ? watermark : lowest;
    highest = Watermark.later(highest, watermark);
  }

  /** The highest watermark of the page if the high-water may rise to it; else null. */
  @Nullable Watermark trusted() {
    return proven ? highest : null;
  }

  /** The last watermark that does not lie in the future; null before the first. */
  @Nullable Watermark last() {
    return last;
  }

  /** Whether the page shows records, and none that is older than {@code high}. */
  boolean confirms(Watermark high) {
    return lowest != null && !lowest.at().isBefore(high.at());
  }

  /** Whether no record came before an older one. */
  boolean ordered() {
    return ordered;
  }

  /** Records dated in the future. */
  int future() {
    return future;
  }
}
