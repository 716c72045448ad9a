package dev.tidemark.certify.described;

import dev.tidemark.simulators.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How an API writes and reads times.
 *
 * @param zone of those that have no offset
 */
public record ApiClock(Style style, ZoneOffset zone) {
  /** ISO-8601 in milliseconds. */
  public static final ApiClock ISO = in(Style.ISO);

  /** Seconds since 1970. */
  public static final ApiClock SECONDS = in(Style.SECONDS);

  /** A number that is no time. */
  public static final ApiClock NUMBER = in(Style.NUMBER);

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter BLANK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final long NANOS = 1_000_000_000L;

  /** The forms of times. */
  public enum Style {
    /** ISO-8601 in milliseconds. */
    ISO,
    /** ISO-8601 in whole seconds. */
    ISO_SECONDS,
    /** ISO-8601 in microseconds. */
    ISO_MICROS,
    /** ISO-8601 without an offset. */
    LOCAL,
    /** ISO-8601 without an offset, with a blank for the T. */
    BLANK,
    /** A date. */
    DAY,
    /** Seconds since 1970. */
    SECONDS,
    /** Milliseconds since 1970. */
    MILLISECONDS,
    /** A number that is no time and grows with every change; an instant holds it as nanoseconds. */
    NUMBER
  }

  /** What needs no zone, or is written in UTC. */
  public static ApiClock in(Style style) {
    return new ApiClock(style, ZoneOffset.UTC);
  }

  /** The text of a time. */
  String text(Instant at) {
    return switch (style) {
      case ISO -> MILLIS.format(at);
      case ISO_SECONDS -> at.truncatedTo(ChronoUnit.SECONDS).toString();
      case ISO_MICROS -> MICROS.format(at);
      case LOCAL -> LOCAL.format(at.atOffset(zone));
      case BLANK -> BLANK.format(at.atOffset(zone));
      case DAY -> at.atOffset(zone).toLocalDate().toString();
      case SECONDS -> Long.toString(at.getEpochSecond());
      case MILLISECONDS -> Long.toString(at.toEpochMilli());
      case NUMBER -> Long.toString(at.getEpochSecond() * NANOS + at.getNano());
    };
  }

  /** A time as JSON. */
  String json(Instant at) {
    return switch (style) {
      case ISO, ISO_SECONDS, ISO_MICROS, LOCAL, BLANK, DAY -> Json.quoted(text(at));
      case SECONDS, MILLISECONDS, NUMBER -> text(at);
    };
  }

  /** The time that a client sent; null where it is not written so. */
  @Nullable Instant read(String text) {
    try {
      return switch (style) {
        case ISO, ISO_SECONDS, ISO_MICROS -> OffsetDateTime.parse(text).toInstant();
        case LOCAL -> LocalDateTime.parse(text, LOCAL).toInstant(zone);
        case BLANK -> LocalDateTime.parse(text, BLANK).toInstant(zone);
        case DAY -> LocalDate.parse(text).atStartOfDay().toInstant(zone);
        case SECONDS -> Instant.ofEpochSecond(Long.parseLong(text));
        case MILLISECONDS -> Instant.ofEpochMilli(Long.parseLong(text));
        case NUMBER -> number(Long.parseLong(text));
      };
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  /** The instant that holds {@code number}. */
  static Instant number(long number) {
    return Instant.ofEpochSecond(number / NANOS, number % NANOS);
  }
}
