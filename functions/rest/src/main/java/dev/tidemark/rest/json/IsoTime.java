package dev.tidemark.rest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Times in the spellings of ISO-8601 and RFC 3339 that APIs mix, often within one list. Read by
 * hand, since every record has one or two: a pattern took a tenth of the reader's time.
 */
final class IsoTime {
  private static final int NANO_DIGITS = 9;

  private final String text;
  private int at;

  private IsoTime(String text) {
    this.text = text;
  }

  /**
   * The instant that {@code text} writes. A date is the start of its day, and more digits than
   * nanoseconds are cut off, which is what a truncating store would have kept.
   *
   * @param zone of what has no offset; null where that is declared of none: then only a date may do
   *     without, and is one of UTC
   * @throws DateTimeException if it is no such time
   */
  static Instant read(String text, @Nullable ZoneOffset zone) {
    return new IsoTime(text).read(zone);
  }

  private Instant read(@Nullable ZoneOffset zone) {
    LocalDate day = day();
    if (ended()) {
      return day.atStartOfDay().toInstant(zone == null ? ZoneOffset.UTC : zone);
    }
    if (!takes('T') && !takes('t') && !takes(' ')) {
      throw unread();
    }
    LocalDateTime time = LocalDateTime.of(day, time());
    takes(' ');
    ZoneOffset offset = ended() ? zone : offset();
    if (offset == null) {
      throw new DateTimeException("a time without an offset, and no zone is declared");
    }
    return time.toInstant(offset);
  }

  private LocalDate day() {
    int year = digits(4);
    expect('-');
    int month = digits(2);
    expect('-');
    return LocalDate.of(year, month, digits(2));
  }

  private LocalTime time() {
    int hour = digits(2);
    expect(':');
    int minute = digits(2);
    if (!takes(':')) {
      return LocalTime.of(hour, minute);
    }
    int second = digits(2);
    return LocalTime.of(hour, minute, second, takes('.') || takes(',') ? fraction() : 0);
  }

  private int fraction() {
    int from = at;
    int nanos = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      if (at - from < NANO_DIGITS) {
        nanos = nanos * 10 + text.charAt(at) - '0';
      }
      at++;
    }
    if (at == from) {
      throw unread();
    }
    for (int digits = at - from; digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private ZoneOffset offset() {
    if (text.startsWith("UTC", at) && at + 3 == text.length()) {
      return ZoneOffset.UTC;
    }
    if (takes('Z') || takes('z')) {
      return ended(ZoneOffset.UTC);
    }
    boolean east = takes('+');
    if (!east) {
      expect('-');
    }
    int hours = digits(2);
    int minutes = 0;
    if (!ended()) {
      takes(':');
      minutes = digits(2);
    }
    return ended(
        east
            ? ZoneOffset.ofHoursMinutes(hours, minutes)
            : ZoneOffset.ofHoursMinutes(-hours, -minutes));
  }

  private ZoneOffset ended(ZoneOffset offset) {
    if (!ended()) {
      throw unread();
    }
    return offset;
  }

  private boolean ended() {
    return at == text.length();
  }

  private boolean takes(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) {
    if (!takes(c)) {
      throw unread();
    }
  }

  private int digits(int count) {
    int number = 0;
    for (int end = at + count; at < end; at++) {
      if (at == text.length() || !isDigit(text.charAt(at))) {
        throw unread();
      }
      number = number * 10 + text.charAt(at) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static DateTimeException unread() {
    return new DateTimeException("no time of ISO-8601");
  }
}
