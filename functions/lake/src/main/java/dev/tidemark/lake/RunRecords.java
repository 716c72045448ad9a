package dev.tidemark.lake;

import dev.tidemark.core.run.ResourceKey;

/** Remembers legs, so that a run that is never published can be told as well. */
@FunctionalInterface
public interface RunRecords {
  /** Remembers nothing. */
  RunRecords NONE = (_, _, _, _) -> {};

  /**
   * Remembers a leg that has ended. Nothing that is published depends on it.
   *
   * @param leg its number in {@code run}
   * @param json what is to be told of it
   */
  void add(ResourceKey resource, String run, int leg, byte[] json);
}
