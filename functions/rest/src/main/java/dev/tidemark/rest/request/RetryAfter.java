package dev.tidemark.rest.request;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a server asks its client to wait, in the ways in which servers say it. */
final class RetryAfter {
  /** No server means a longer wait; the request is then retried and the answer decides again. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final BigDecimal SHORTEST = BigDecimal.valueOf(1, 3);

  private static final Pattern PROSE =
      Pattern.compile("after (\\d{1,6}) ?s(ec(ond)?s?)?\\b", Pattern.CASE_INSENSITIVE);

  private RetryAfter() {}

  /**
   * Reads a {@code Retry-After} header (RFC 9110, 10.2.3), seconds or a date.
   *
   * @param date the answer's own {@code Date}, against which a date is measured; null where it has
   *     none
   */
  static @Nullable Duration header(@Nullable String value, @Nullable String date, Instant now) {
    if (value == null) {
      return null;
    }
    Duration seconds = seconds(value);
    if (seconds != null) {
      return seconds;
    }
    Instant until = httpDate(value);
    if (until == null) {
      return null;
    }
    Instant server = date == null ? null : httpDate(date);
    return bounded(Duration.between(server == null ? now : server, until));
  }

  /** Reads a number of seconds, as bodies give it. */
  static @Nullable Duration seconds(String value) {
    try {
      BigDecimal number = new BigDecimal(value.strip());
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
    try {
      return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
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
