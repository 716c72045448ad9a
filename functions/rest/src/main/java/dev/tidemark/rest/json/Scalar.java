package dev.tidemark.rest.json;

import dev.tidemark.core.lake.JsonText;

/**
 * One value of a declared member.
 *
 * @param kind what it is
 * @param text its text: of a string the content, of a number the digits as received
 */
public record Scalar(Kind kind, String text) {
  /** What a value is. */
  public enum Kind {
    /** A string. */
    TEXT,
    /** A number. */
    NUMBER,
    /** True or false. */
    FLAG,
    /** Null. */
    NULL,
    /** An object or an array. */
    NESTED
  }

  /** Whether it can name or date something: a string that is not empty, or a number. */
  public boolean isValue() {
    return kind == Kind.NUMBER || (kind == Kind.TEXT && !text.isEmpty());
  }

  /** Whether it says nothing: null or an empty string. */
  public boolean isNothing() {
    return kind == Kind.NULL || (kind == Kind.TEXT && text.isEmpty());
  }

  /** Whether it is an array; as far as it holds single values its text is the array. */
  public boolean isArray() {
    return kind == Kind.NESTED && text.startsWith("[");
  }

  /** The value as JSON; only for strings and numbers. */
  public String json() {
    return kind == Kind.NUMBER ? text : JsonText.quote(text);
  }
}
