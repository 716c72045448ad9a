package dev.tidemark.rest.definition;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a definition.
 *
 * @param message names the place and the remedy
 * @param excerpt what stands there; null where it is about no line of the file
 * @param unknownKey whether it is about a key that is not known
 * @param where what is the same only for the same fault of the same file
 */
public record Refusal(
    String message, @Nullable LineExcerpt excerpt, boolean unknownKey, String where) {
  /** One that stands nowhere. */
  static Refusal of(String message) {
    return new Refusal(message, null, false, message);
  }

  int line() {
    return excerpt == null ? 0 : excerpt.number();
  }
}
