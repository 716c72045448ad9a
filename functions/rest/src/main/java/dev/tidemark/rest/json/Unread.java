package dev.tidemark.rest.json;

import org.jspecify.annotations.Nullable;

/**
 * Times and versions that were there and could not be read: they are counted, so that a record is
 * not ranked below others in silence.
 *
 * @param records how many had one
 * @param example the last of them; empty where there is none
 */
public record Unread(int records, String example) {
  static final Unread NOTHING = new Unread(0, "");

  /**
   * The same with a value of another record.
   *
   * @param value null where the record has none
   * @param read whether it could be read
   */
  Unread with(@Nullable Scalar value, boolean read) {
    if (value == null || value.isNothing() || read) {
      return this;
    }
    String text = value.kind() == Scalar.Kind.NESTED ? "an object or array" : value.text();
    return new Unread(records + 1, text);
  }
}
