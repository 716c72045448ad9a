package dev.tidemark.rest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.rest.definition.ColumnType;
import dev.tidemark.rest.definition.DeclaredColumn;
import dev.tidemark.rest.json.Times;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One value of a column. */
final class ColumnValue {
  /** Stands for a value that does not fit. */
  static final Object MISFIT = new Object();

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*+)(\\.\\d++)?([eE][+-]?\\d{1,6})?");

  /** More digits than any column has, so that an exponent asks for no billion of them. */
  private static final int MOST_DIGITS = 400;

  /** Engines keep times in microseconds of 64 bits. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private ColumnValue() {}

  /**
   * The value at which {@code json} stands; null for null, and for an empty text of another type.
   */
  static @Nullable Object of(JsonParser json, DeclaredColumn column) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!token.isScalarValue()) {
      return MISFIT;
    }
    String text = json.getText();
    if (token == JsonToken.VALUE_STRING
        && text.isEmpty()
        && column.type().kind() != ColumnType.Kind.STRING) {
      return null;
    }
    return switch (column.type().kind()) {
      case STRING -> string(text);
      case LONG -> whole(text);
      case DECIMAL -> decimal(text, column.type());
      case DOUBLE -> real(text);
      case BOOLEAN -> truth(text);
      case TIMESTAMP -> time(text, column);
    };
  }

  /** Half of a surrogate pair has no bytes in UTF-8. */
  private static Object string(String text) {
    boolean broken = text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    return broken ? MISFIT : text;
  }

  private static @Nullable BigDecimal number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS
        ? null
        : number;
  }

  private static Object whole(String text) {
    BigDecimal number = number(text);
    try {
      return number == null ? MISFIT : (Object) number.longValueExact();
    } catch (ArithmeticException e) {
      return MISFIT;
    }
  }

  private static Object decimal(String text, ColumnType type) {
    BigDecimal number = number(text);
    if (number == null) {
      return MISFIT;
    }
    BigDecimal shortest = number.stripTrailingZeros();
    boolean fits =
        shortest.scale() <= type.scale()
            && shortest.precision() - shortest.scale() <= type.precision() - type.scale();
    return fits || number.signum() == 0 ? number : MISFIT;
  }

  private static Object real(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return MISFIT;
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? (Object) number : MISFIT;
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> MISFIT;
    };
  }

  private static Object time(String text, DeclaredColumn column) {
    try {
      Instant at = Times.instant(text, column.format(), column.zone());
      return at == null || at.isBefore(FIRST) || at.isAfter(LAST)
          ? MISFIT
          : at.truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      return MISFIT;
    }
  }
}
