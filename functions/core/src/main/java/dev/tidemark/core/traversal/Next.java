package dev.tidemark.core.traversal;

/**
 * What follows a step: another one from the new standing, or nothing, since it has come to
 * something.
 *
 * @param <T> what steps come to
 */
sealed interface Next<T> {
  /** There is more to do. */
  record Another<T>() implements Next<T> {}

  /** It is over. */
  record End<T>(T result) implements Next<T> {}

  /** There is more to do. */
  static <T> Next<T> another() {
    return new Another<>();
  }

  /** It is over, and came to {@code result}. */
  static <T> Next<T> end(T result) {
    return new End<>(result);
  }
}
