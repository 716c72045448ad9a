package dev.tidemark.simulators.described;

import dev.tidemark.simulators.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How an API writes and reads times. */
public enum Clockwork {
  /** ISO-8601 in milliseconds. */
  ISO {
    @Override
    String text(Instant at) {
      return MILLIS.format(at);
    }
  },
  /** ISO-8601 in whole seconds. */
  ISO_SECONDS {
    @Override
    String text(Instant at) {
      return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
  },
  /** Seconds since 1970. */
  SECONDS {
    @Override
    String text(Instant at) {
      return Long.toString(at.getEpochSecond());
    }
  },
  /** Milliseconds since 1970. */
  MILLISECONDS {
    @Override
    String text(Instant at) {
      return Long.toString(at.toEpochMilli());
    }
  },
  /** A number that is no time and grows with every change; an instant holds it as nanoseconds. */
  NUMBER {
    @Override
    String text(Instant at) {
      return Long.toString(at.getEpochSecond() * NANOS + at.getNano());
    }
  };

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final long NANOS = 1_000_000_000L;

  /** The text of a time. */
  abstract String text(Instant at);

  /** A time as JSON. */
  String json(Instant at) {
    return switch (this) {
      case ISO, ISO_SECONDS -> Json.quoted(text(at));
      case SECONDS, MILLISECONDS, NUMBER -> text(at);
    };
  }

  /** The time that a client sent; null where it is not written so. */
  @Nullable Instant read(String text) {
    try {
      return switch (this) {
        case ISO, ISO_SECONDS -> OffsetDateTime.parse(text).toInstant();
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
