package dev.tidemark.certify.described;

import dev.tidemark.rest.definition.BoundForm;
import dev.tidemark.rest.definition.BoundZone;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.simulators.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How an API writes and reads times.
 *
 * @param zone of those that have no offset
 */
public record ApiClock(TimeFormat format, ZoneId zone) {
  /** ISO-8601 in milliseconds. */
  public static final ApiClock ISO = of(TimeFormat.ISO_8601, null);

  /** Seconds since 1970. */
  public static final ApiClock SECONDS = of(TimeFormat.EPOCH_SECONDS, null);

  /** A number that is no time. */
  public static final ApiClock NUMBER = of(TimeFormat.INTEGER, null);

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter BLANK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final ZoneId ACCOUNT = ZoneId.of("America/New_York");
  private static final long NANOS = 1_000_000_000L;
  private static final long NANOS_OF_MICRO = 1_000L;

  /**
   * What writes times in {@code format}.
   *
   * @param zone null for UTC
   */
  public static ApiClock of(TimeFormat format, @Nullable ZoneId zone) {
    return new ApiClock(format, zone == null ? ZoneOffset.UTC : zone);
  }

  /** What reads the bounds of a list; an account's own zone is one whose clocks go back. */
  static ApiClock of(BoundForm form) {
    BoundZone zone = form.zone();
    return of(form.format(), zone == null ? null : zone.isOfAccount() ? ACCOUNT : zone.id());
  }

  /** The text of a time. */
  String text(Instant at) {
    return switch (format) {
      case ISO_8601 -> MILLIS.format(at);
      case ISO_8601_SECONDS -> at.truncatedTo(ChronoUnit.SECONDS).toString();
      case ISO_8601_MICROS -> MICROS.format(at);
      case ISO_8601_LOCAL -> LOCAL.format(at.atZone(zone));
      case ISO_8601_LOCAL_BLANK -> BLANK.format(at.atZone(zone));
      case DATE -> at.atZone(zone).toLocalDate().toString();
      case EPOCH_SECONDS, EPOCH_SECONDS_TEXT -> Long.toString(at.getEpochSecond());
      case EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> Long.toString(at.toEpochMilli());
      case EPOCH_MICROS -> Long.toString(nanos(at) / NANOS_OF_MICRO);
      case EPOCH_NANOS, INTEGER -> Long.toString(nanos(at));
    };
  }

  /** A time as JSON. */
  String json(Instant at) {
    return switch (format) {
      case ISO_8601,
          ISO_8601_SECONDS,
          ISO_8601_MICROS,
          ISO_8601_LOCAL,
          ISO_8601_LOCAL_BLANK,
          DATE ->
          Json.quoted(text(at));
      case EPOCH_SECONDS,
          EPOCH_SECONDS_TEXT,
          EPOCH_MILLIS,
          EPOCH_MILLIS_TEXT,
          EPOCH_MICROS,
          EPOCH_NANOS,
          INTEGER ->
          text(at);
    };
  }

  /** The time that a client sent; null where it is not written so. */
  @Nullable Instant read(String text) {
    try {
      return switch (format) {
        case ISO_8601, ISO_8601_SECONDS, ISO_8601_MICROS -> OffsetDateTime.parse(text).toInstant();
        case ISO_8601_LOCAL -> LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
        case ISO_8601_LOCAL_BLANK -> LocalDateTime.parse(text, BLANK).atZone(zone).toInstant();
        case DATE -> LocalDate.parse(text).atStartOfDay(zone).toInstant();
        case EPOCH_SECONDS, EPOCH_SECONDS_TEXT -> Instant.ofEpochSecond(Long.parseLong(text));
        case EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> Instant.ofEpochMilli(Long.parseLong(text));
        case EPOCH_MICROS -> number(Math.multiplyExact(Long.parseLong(text), NANOS_OF_MICRO));
        case EPOCH_NANOS, INTEGER -> number(Long.parseLong(text));
      };
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private static long nanos(Instant at) {
    return at.getEpochSecond() * NANOS + at.getNano();
  }

  /** The instant that holds {@code number}. */
  static Instant number(long number) {
    return Instant.ofEpochSecond(number / NANOS, number % NANOS);
  }
}
