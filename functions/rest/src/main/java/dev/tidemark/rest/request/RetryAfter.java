package dev.tidemark.rest.request;

import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.json.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a server asks its client to wait, in the ways in which servers say it. */
final class RetryAfter {
  /** Quotas are of a day at most; the request is then retried and the answer decides again. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** The older two of the forms that RFC 9110, 5.6.7, has every recipient read. */
  private static final DateTimeFormatter RFC_850 =
      new DateTimeFormatterBuilder()
          .appendPattern("EEEE, dd-MMM-")
          .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
          .appendPattern(" HH:mm:ss 'GMT'")
          .toFormatter(Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final BigDecimal SHORTEST = BigDecimal.valueOf(1, 3);

  private static final Pattern PROSE =
      Pattern.compile("after (\\d{1,6}) ?s(ec(ond)?s?)?\\b", Pattern.CASE_INSENSITIVE);

  private RetryAfter() {}

  /**
   * Reads a {@code Retry-After} header (RFC 9110, 10.2.3), seconds or a date in any of the forms of
   * HTTP; a time of ISO-8601 and seconds since 1970 are read too, since servers send them.
   *
   * @param date the answer's own {@code Date}, against which a date is measured; null where it has
   *     none
   */
  static @Nullable Duration header(@Nullable String value, @Nullable String date, Instant now) {
    if (value == null) {
      return null;
    }
    Instant server = date == null ? null : httpDate(date);
    return until(value, server == null ? now : server, BigDecimal.ONE);
  }

  /**
   * Reads a wait that a body states, a number or a time.
   *
   * @param seconds how many a unit of the number has
   */
  static @Nullable Duration until(String value, Instant now, BigDecimal seconds) {
    String text = value.strip();
    if (text.matches("\\d{10}|\\d{13}")) {
      return secondsOrEpoch(text, now);
    }
    Duration wait = seconds(text, seconds);
    if (wait != null) {
      return wait;
    }
    Instant until = httpDate(text);
    until = until == null ? Times.instant(text, TimeFormat.ISO_8601) : until;
    return until == null ? null : bounded(Duration.between(now, until));
  }

  /** Reads a number of seconds, as bodies give it. */
  static @Nullable Duration seconds(String value) {
    return seconds(value, BigDecimal.ONE);
  }

  private static @Nullable Duration seconds(String value, BigDecimal unit) {
    try {
      BigDecimal number = new BigDecimal(value.strip()).multiply(unit);
      if (number.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) > 0) {
        return LONGEST;
      }
      if (number.signum() <= 0) {
        return Duration.ZERO;
      }
      // Before anything is written out: the exponent of a number may ask for a billion digits.
      if (number.compareTo(SHORTEST) < 0) {
        return Duration.ofMillis(1);
      }
      return Duration.ofMillis(
          number.movePointRight(3).setScale(0, RoundingMode.CEILING).longValue());
    } catch (NumberFormatException | ArithmeticException e) {
      return null;
    }
  }

  /** Reads a number that is a time since 1970 where it is too large for a wait. */
  static @Nullable Duration secondsOrEpoch(String value, Instant now) {
    String text = value.strip();
    if (!text.matches("\\d{10,13}")) {
      return seconds(text);
    }
    long number = Long.parseLong(text);
    Instant until =
        text.length() > 11 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    return bounded(Duration.between(now, until));
  }

  /** Reads "retry after 30 seconds". */
  static @Nullable Duration prose(@Nullable String message) {
    if (message == null) {
      return null;
    }
    Matcher matcher = PROSE.matcher(message);
    return matcher.find() ? seconds(matcher.group(1)) : null;
  }

  /** Reads an HTTP date; null where it is none. */
  static @Nullable Instant httpDate(String value) {
    Instant at = parsed(value, DateTimeFormatter.RFC_1123_DATE_TIME);
    at = at == null ? parsed(value, RFC_850) : at;
    return at == null ? parsed(value, ASCTIME) : at;
  }

  private static @Nullable Instant parsed(String value, DateTimeFormatter form) {
    try {
      return form.parse(value.strip(), Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
