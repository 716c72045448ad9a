package dev.tidemark.rest.definition;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The zone of times that have no offset of their own. */
final class Zones {
  /** How one is written, for the schema. */
  static final String FORM = "^(UTC|Z|[+-]\\d\\d(:?\\d\\d)?)$";

  private Zones() {}

  /**
   * The zone that {@code text} writes.
   *
   * @throws IllegalArgumentException if it is none that can be used
   */
  static ZoneOffset of(String text) {
    if (text.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    try {
      if (text.matches(FORM)) {
        return ZoneOffset.of(text);
      }
      ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no zone; write UTC or an offset such as +02:00", e);
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is a region, whose clocks may go back: the hour that comes twice has no order;"
            + " ask the API for times with an offset or in UTC, or write an offset such as +02:00"
            + " if it never changes");
  }

  /**
   * Refuses a form that means no instant without a zone.
   *
   * @param key the definition's, for the message
   * @param given whether a zone is declared
   */
  static void check(String key, TimeFormat format, boolean given) {
    if (format.needsZone() && !given) {
      throw new IllegalArgumentException(
          key
              + ": "
              + Names.kebab(format.name())
              + " has no offset: write the zone that the API means, as zone: UTC");
    }
  }
}
