package dev.tidemark.lake.landing;

import dev.tidemark.lake.ObjectStore;
import org.jspecify.annotations.Nullable;

/**
 * A store of objects in which a key is written once.
 *
 * <p>An implementer owes that an object appears whole, with its metadata, or not at all; that it is
 * durable before a method that wrote or found it returns; and that of all that {@link #create} the
 * same key exactly one is told that it did.
 */
public interface WriteOnceStore extends ObjectStore {
  /**
   * Writes an object whose key follows from its content, so that writing it again changes nothing.
   * Its metadata are empty.
   */
  void put(NewObject object);

  /**
   * Writes an object where there is none.
   *
   * @return false if there is one, which may be this one, written by an attempt whose answer was
   *     lost
   */
  boolean create(NewObject object);

  /** What is known of an object without reading it; null where there is none. */
  @Nullable ObjectHead head(String key);

  /**
   * The first {@code length} bytes of an object, or all where it is shorter; null where there is
   * none.
   */
  byte @Nullable [] start(String key, int length);
}
