package dev.tidemark.core.lake;

import dev.tidemark.core.run.ResourceKey;

/** Finds published lines again, as a reader of the manifests does. */
public interface PublishedLines {
  /**
   * Shows every published line of {@code resource} whose identity is wanted to {@code each}; lines
   * of one object come in their order.
   *
   * @throws IllegalStateException if a manifest or an object of one is missing or damaged: the
   *     message names its key
   */
  void find(ResourceKey resource, int schema, Wanted wanted, Each each);

  /** The identities that are looked for. */
  @FunctionalInterface
  interface Wanted {
    /** Whether the identity of this hash is one of them. */
    boolean holds(long idHigh, long idLow);
  }

  /** Takes the lines. */
  @FunctionalInterface
  interface Each {
    /**
     * Takes one line.
     *
     * @param line its bytes, without the line's end
     */
    void take(long idHigh, long idLow, byte[] line);
  }
}
