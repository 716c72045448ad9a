package dev.tidemark.core.watermark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A point in record time, with the text in which the API gave it. Watermarks compare as instants,
 * never as text.
 *
 * @param at the instant; digits beyond nanoseconds are cut off
 * @param raw the API's own text, kept for the checkpoint
 */
public record Watermark(Instant at, String raw) {
  /** The later of the two; the first where they are equal. */
  public static @Nullable Watermark later(@Nullable Watermark a, @Nullable Watermark b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.at.isAfter(a.at) ? b : a;
  }
}
