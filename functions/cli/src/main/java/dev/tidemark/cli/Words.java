package dev.tidemark.cli;

import dev.tidemark.rest.definition.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How options are written. */
final class Words {
  private Words() {}

  /** A duration such as {@code 30s}. */
  static final class DurationWord implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return Durations.of(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** A time: ISO-8601 with an offset, a date in UTC, or epoch seconds. */
  static final class TimeWord implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        if (text.matches("-?\\d{1,12}")) {
          return Instant.ofEpochSecond(Long.parseLong(text));
        }
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'"
                + text
                + "' is no time; write it as 2026-01-31T00:00:00Z, 2026-01-31 or epoch seconds");
      }
    }
  }
}
