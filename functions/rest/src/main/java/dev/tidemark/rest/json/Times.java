package dev.tidemark.rest.json;

import dev.tidemark.core.watermark.Watermark;
import dev.tidemark.rest.definition.TimeFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as APIs write and read them. */
public final class Times {
  private static final int NANO_DIGITS = 9;
  private static final int MICRO_DIGITS = 6;
  private static final long NANOS_OF_MICRO = 1_000;
  private static final long NANOS = 1_000_000_000L;
  private static final int MAX_SCALE = 10_000;
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
  private static final DateTimeFormatter BLANK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  private Times() {}

  /** As the longer form, of times that have an offset. */
  public static @Nullable Watermark watermark(Scalar value, TimeFormat format) {
    return watermark(value, format, null);
  }

  /**
   * The watermark that {@code value} is; null where it cannot be read as {@code format}.
   *
   * @param zone of times without an offset; null where none is declared
   */
  public static @Nullable Watermark watermark(
      Scalar value, TimeFormat format, @Nullable ZoneOffset zone) {
    if (!value.isValue()) {
      return null;
    }
    Instant at = instant(value.text(), format, zone);
    return at == null ? null : new Watermark(at, value.text());
  }

  /** As the longer form, of times that have an offset. */
  public static @Nullable Instant instant(String text, TimeFormat format) {
    return instant(text, format, null);
  }

  /**
   * The instant that {@code text} writes; null where it cannot be read as {@code format}.
   *
   * @param zone of times without an offset; null where none is declared
   */
  public static @Nullable Instant instant(
      String text, TimeFormat format, @Nullable ZoneOffset zone) {
    try {
      return switch (format) {
        case ISO_8601,
            ISO_8601_SECONDS,
            ISO_8601_MICROS,
            ISO_8601_LOCAL,
            ISO_8601_LOCAL_BLANK,
            DATE ->
            IsoTime.read(text, zone);
        case EPOCH_SECONDS, EPOCH_SECONDS_TEXT -> epoch(new BigDecimal(text));
        case EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> epoch(new BigDecimal(text).movePointLeft(3));
        case EPOCH_MICROS -> epoch(new BigDecimal(text).movePointLeft(MICRO_DIGITS));
        case EPOCH_NANOS -> epoch(new BigDecimal(text).movePointLeft(NANO_DIGITS));
        case INTEGER -> epoch(whole(text).movePointLeft(NANO_DIGITS));
      };
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  /** Writes a lower bound so that it never lies after {@code at}; in UTC. */
  public static String format(Instant at, TimeFormat format) {
    return format(at, format, null);
  }

  /**
   * Writes a lower bound so that it never lies after {@code at}.
   *
   * @param zone that times without an offset are written in; null for UTC
   */
  public static String format(Instant at, TimeFormat format, @Nullable ZoneOffset zone) {
    ZoneOffset local = zone == null ? ZoneOffset.UTC : zone;
    return switch (format) {
      case ISO_8601 -> MILLIS.format(at);
      case ISO_8601_SECONDS -> at.truncatedTo(ChronoUnit.SECONDS).toString();
      case ISO_8601_MICROS -> MICROS.format(at);
      case ISO_8601_LOCAL -> LOCAL.format(at.atOffset(local));
      case ISO_8601_LOCAL_BLANK -> BLANK.format(at.atOffset(local));
      case DATE -> DAY.format(at.atOffset(local));
      case EPOCH_SECONDS, EPOCH_SECONDS_TEXT -> Long.toString(at.getEpochSecond());
      case EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> Long.toString(at.toEpochMilli());
      case EPOCH_MICROS -> Long.toString(Math.floorDiv(nanos(at), NANOS_OF_MICRO));
      case EPOCH_NANOS -> Long.toString(nanos(at));
      case INTEGER -> Long.toString(Math.max(0, nanos(at)));
    };
  }

  /** Writes what clocks show at a place, in a format without an offset. */
  public static String format(LocalDateTime local, TimeFormat format) {
    DateTimeFormatter form =
        format == TimeFormat.DATE ? DAY : format == TimeFormat.ISO_8601_LOCAL_BLANK ? BLANK : LOCAL;
    return form.format(local);
  }

  private static long nanos(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS), at.getNano());
  }

  private static BigDecimal whole(String text) {
    BigDecimal number = new BigDecimal(text);
    if (number.scale() > 0 || number.signum() < 0) {
      throw new NumberFormatException("not a whole number");
    }
    return number;
  }

  private static Instant epoch(BigDecimal seconds) {
    // Before anything is written out: the exponent of a number may ask for a billion digits.
    if ((long) seconds.precision() - seconds.scale() > 12 || seconds.scale() > MAX_SCALE) {
      throw new DateTimeException("too far away, or too close to zero");
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    long nanos = seconds.subtract(whole).movePointRight(NANO_DIGITS).longValue();
    return Instant.ofEpochSecond(whole.longValueExact(), nanos);
  }
}
