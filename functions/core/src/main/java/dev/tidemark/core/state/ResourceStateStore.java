package dev.tidemark.core.state;

import dev.tidemark.core.run.ResourceKey;
import java.util.List;

/**
 * Keeps one {@link ResourceState} per resource.
 *
 * <p>An implementer owes that {@link #write} is atomic and conditional: it stores {@code next} if
 * and only if the stored revision is {@code expected.revision()}, and otherwise tells what is
 * stored. A state is never deleted and never expires. What may be lost is an answer: a write that
 * was made and then reported as an exception or, after a retry inside the store, as refused.
 */
public interface ResourceStateStore {
  /**
   * The stored state, strongly consistent; {@link ResourceState#NEVER_RUN} where there is none.
   *
   * @throws DamagedStateException if what is stored cannot be read; the message names the place and
   *     the remedy
   */
  ResourceState read(ResourceKey key);

  /**
   * Stores {@code next} on top of {@code expected}.
   *
   * @throws DamagedStateException as {@link #read}
   */
  Write write(ResourceKey key, ResourceState expected, ResourceState next);

  /** The keys of a connection that have a state, in no order. */
  List<ResourceKey> keys(String connection);

  /** What became of a write. */
  sealed interface Write {
    /** It is stored. */
    record Written() implements Write {}

    /**
     * The stored state is not the expected one.
     *
     * @param current what is stored
     */
    record Refused(ResourceState current) implements Write {}
  }
}
