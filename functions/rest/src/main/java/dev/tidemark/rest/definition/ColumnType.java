package dev.tidemark.rest.definition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of a column are.
 *
 * @param kind which of the kinds that every engine has
 * @param precision digits of a decimal in all; 0 for other kinds
 * @param scale digits of a decimal behind the point; 0 for other kinds
 */
public record ColumnType(Kind kind, int precision, int scale) {
  /** What its text matches. */
  static final String FORM =
      "^(string|long|double|boolean|timestamp|decimal\\(\\s*\\d{1,2}\\s*,\\s*\\d{1,2}\\s*\\))$";

  private static final int MOST_DIGITS = 38;
  private static final Pattern DECIMAL =
      Pattern.compile("decimal\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\)");

  /** The kinds. */
  public enum Kind {
    /** Text. */
    STRING,
    /** A whole number of 64 bits. */
    LONG,
    /** An exact number. */
    DECIMAL,
    /** A floating number of 64 bits: decimals are rounded. */
    DOUBLE,
    /** True or false. */
    BOOLEAN,
    /** A point in time, to the microsecond. */
    TIMESTAMP
  }

  public ColumnType {
    boolean fits =
        kind == Kind.DECIMAL
            ? precision >= 1 && precision <= MOST_DIGITS && scale >= 0 && scale <= precision
            : precision == 0 && scale == 0;
    if (!fits) {
      throw new IllegalArgumentException(
          "type: decimal("
              + precision
              + ","
              + scale
              + ") has no such digits; write at most "
              + MOST_DIGITS
              + ", and no more of them behind the point");
    }
  }

  /**
   * Reads how a definition writes it.
   *
   * @throws IllegalArgumentException if it is none; the message says what to write
   */
  public static ColumnType of(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      return new ColumnType(
          Kind.DECIMAL, Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.DECIMAL && Names.kebab(kind.name()).equals(text)) {
        return new ColumnType(kind, 0, 0);
      }
    }
    throw new IllegalArgumentException(
        "type: \""
            + text
            + "\" is none of string, long, decimal(p,s), double, boolean, timestamp; between braces"
            + " a decimal needs quotes: {amount: \"decimal(38,10)\"}");
  }

  /** How a definition writes it. */
  @Override
  public String toString() {
    return kind == Kind.DECIMAL
        ? "decimal(" + precision + "," + scale + ")"
        : Names.kebab(kind.name());
  }
}
