package dev.tidemark.rest.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times in the spellings of ISO-8601 and RFC 3339 that APIs mix, often within one list. */
final class IsoTime {
  private static final int NANO_DIGITS = 9;
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)"
              + "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d+))?)?"
              + " ?([Zz]|UTC|[+-]\\d\\d(?::?\\d\\d)?)?)?");

  private IsoTime() {}

  /**
   * The instant that {@code text} writes. A date is the start of its day, and more digits than
   * nanoseconds are cut off, which is what a truncating store would have kept.
   *
   * @param zone of what has no offset; null where that is declared of none: then only a date may do
   *     without, and is one of UTC
   * @throws DateTimeException if it is no such time
   */
  static Instant read(String text, @Nullable ZoneOffset zone) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new DateTimeException("no time of ISO-8601");
    }
    boolean date = form.group(4) == null;
    ZoneOffset offset = form.group(8) == null ? zone : offset(form.group(8));
    if (offset == null && !date) {
      throw new DateTimeException("a time without an offset, and no zone is declared");
    }
    return LocalDateTime.of(
            number(form.group(1)),
            number(form.group(2)),
            number(form.group(3)),
            number(form.group(4)),
            number(form.group(5)),
            number(form.group(6)),
            nanos(form.group(7)))
        .toInstant(offset == null ? ZoneOffset.UTC : offset);
  }

  private static ZoneOffset offset(String text) {
    return text.equalsIgnoreCase("Z") || text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int nanos(@Nullable String digits) {
    return digits == null
        ? 0
        : Integer.parseInt((digits + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
  }
}
