package dev.tidemark.lake;

import dev.tidemark.core.fingerprint.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what of a published line is compared with another state. */
@FunctionalInterface
public interface LineFacts {
  /**
   * What {@code line} says.
   *
   * @param line without its end
   * @throws IllegalArgumentException if it is none
   */
  LineFact of(byte[] line);

  /**
   * What is compared of one line.
   *
   * @param print of its identity, and of the record's bytes aside from what does not count
   * @param at the record's own time; null where it has none
   * @param alone whether the record may have been read alone, where APIs show more of it
   */
  record LineFact(Fingerprint print, @Nullable Instant at, boolean alone) {}
}
