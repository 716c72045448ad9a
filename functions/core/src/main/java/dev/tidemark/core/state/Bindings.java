package dev.tidemark.core.state;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one {@link Binding} per connection, beside the states of its resources and never among
 * them.
 *
 * <p>An implementer owes that {@link #replace} is atomic and conditional on the stored revision,
 * and that reading is strongly consistent. An answer may be lost: a replacement that was made may
 * be reported as refused.
 */
public interface Bindings {
  /**
   * What {@code connection} is bound to; null where it is bound to nothing yet.
   *
   * @throws DamagedStateException if what is stored cannot be read
   */
  @Nullable Binding read(String connection);

  /**
   * Stores {@code next} on top of {@code expected}; false if something else is stored.
   *
   * @param expected null where nothing was stored
   */
  boolean replace(String connection, @Nullable Binding expected, Binding next);
}
