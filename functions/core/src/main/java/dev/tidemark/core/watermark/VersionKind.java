package dev.tidemark.core.watermark;

/** As what the versions of a resource's records are compared; {@link VersionRank} does it. */
public enum VersionKind {
  /** They have none, so that what was fetched later counts. */
  NONE,
  /** Points in time, whichever offset they are written with. */
  INSTANT,
  /** Whole numbers. */
  INTEGER,
  /** Numbers that stand for a point in time. */
  NUMBER
}
