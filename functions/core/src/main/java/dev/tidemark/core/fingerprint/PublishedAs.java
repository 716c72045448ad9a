package dev.tidemark.core.fingerprint;

import org.jspecify.annotations.Nullable;

/**
 * What an identity is published as: of its lines, the one that a reader of the manifests takes.
 *
 * @param bytes of the record, as in a {@link Fingerprint}; {@link Fingerprint#DOUBT} where they are
 *     unknown
 * @param rank of its version; see {@link dev.tidemark.core.watermark.VersionRank}
 * @param generation of its line
 * @param since epoch second since which this rank has been known, rounded up and unsigned; 0 where
 *     an earlier form of the index did not say so, nor the rank
 */
public record PublishedAs(long bytes, long rank, int generation, int since) {
  /** What the entries of the first form of a log stand for: bytes alone. */
  static PublishedAs of(long bytes) {
    return new PublishedAs(bytes, Long.MIN_VALUE, 0, 0);
  }

  public PublishedAs {
    if (bytes == 0) {
      throw new IllegalArgumentException("0 stands for unknown bytes");
    }
    if (generation < 0) {
      throw new IllegalArgumentException("generation < 0: " + generation);
    }
  }

  /** Whether the rank was never told. */
  public boolean unranked() {
    return since == 0;
  }

  /** The same with unknown bytes. */
  public PublishedAs doubted() {
    return new PublishedAs(Fingerprint.DOUBT, rank, generation, since);
  }

  /** The same, known since {@code second} at the earliest. */
  public PublishedAs notBefore(long second) {
    return unranked() || Integer.toUnsignedLong(since) >= second
        ? this
        : new PublishedAs(bytes, rank, generation, (int) second);
  }

  /** The same, known since {@code second} at the latest. */
  public PublishedAs notAfter(long second) {
    return unranked() || Integer.toUnsignedLong(since) <= second
        ? this
        : new PublishedAs(bytes, rank, generation, (int) second);
  }

  /**
   * What stands once this is entered on top of {@code before}. Entering is by time, and a reader
   * chooses by generation and rank first: what loses by those leaves doubt, so that the record is
   * published, and judged, once more when it is seen again.
   */
  public PublishedAs over(@Nullable PublishedAs before) {
    if (before == null || generation > before.generation) {
      return this;
    }
    boolean loses = generation < before.generation || rank < before.rank;
    return loses ? before.doubted() : this;
  }
}
