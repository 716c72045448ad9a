package dev.tidemark.core.fingerprint;

import dev.tidemark.core.run.ResourceKey;

/**
 * Keeps segments of fingerprints. An implementer owes that a segment, once written, never changes:
 * its key follows from its content, and writing it again is no error.
 */
public interface FingerprintIndex {
  /** Writes a segment of {@code resource}, named {@code name}. */
  IndexSegment write(ResourceKey resource, String name, FingerprintLog fingerprints);

  /**
   * Reads a segment.
   *
   * @throws IllegalStateException if it is missing or damaged: the message names its key
   */
  FingerprintLog read(IndexSegment segment);
}
