package dev.tidemark.rest.definition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Points in time as authors write them: a day, in UTC, or a time with its offset. */
final class Moments {
  /** What messages call one. */
  static final String NAME = "a day such as 2015-01-01, or a time such as 2015-01-01T00:00:00Z";

  /** How one is written, for the schema. */
  static final String FORM =
      "^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d)?(Z|[+-]\\d\\d:\\d\\d))?$";

  private Moments() {}

  /**
   * The instant that {@code text} writes.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Instant of(String text) {
    try {
      if (text.matches(FORM)) {
        return text.length() == 10
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : OffsetDateTime.parse(text).toInstant();
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no time; write " + NAME, e);
    }
    throw new IllegalArgumentException("\"" + text + "\" is no time; write " + NAME);
  }
}
