package dev.tidemark.core.lake;

import org.jspecify.annotations.Nullable;

/** What a reader has to know of a resource in order to tell its lines apart. */
public interface LineReading {
  /**
   * By what the resource knows the record of {@code line}: its id as JSON text, for a child
   * together with its parent's.
   *
   * @throws IllegalArgumentException if the record has none
   */
  String identity(LandedLine line);

  /**
   * The rank of a version; see {@link dev.tidemark.core.watermark.VersionRank}.
   *
   * @param version as JSON text; null where the record has none
   */
  long rank(@Nullable String version);

  /** By what {@code line} is compared with the others of its identity. */
  default Precedence precedence(LandedLine line) {
    return line.precedence(rank(line.version()));
  }
}
