package dev.tidemark.core.fingerprint;

import dev.tidemark.core.run.ResourceKey;

/**
 * Keeps one {@link PublishedIndex} per resource and version of its landed form; all runs beside
 * each other share it.
 *
 * <p>An implementer owes that {@link #replace} is atomic and conditional on the stored revision,
 * and that reading is strongly consistent. An answer may be lost: a replacement that was made may
 * be reported as refused.
 */
public interface PublishedIndexes {
  /** The stored index; {@link PublishedIndex#EMPTY} where there is none. */
  PublishedIndex read(ResourceKey resource, int schema);

  /** Stores {@code next} on top of {@code expected}; false if something else is stored. */
  boolean replace(ResourceKey resource, int schema, PublishedIndex expected, PublishedIndex next);
}
