package dev.tidemark.rest.definition;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The zone that an API reads bounds without an offset in. Other than the times of records, bounds
 * may be meant in a region: one that would lie in an hour that comes twice is written outside of
 * it.
 */
public final class BoundZone {
  /** What stands for the zone of each account. */
  static final String ACCOUNT = "account";

  /** How one is written, for the schema. */
  static final String FORM =
      "^(UTC|Z|[+-]\\d\\d(:?\\d\\d)?|account|[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+)+)$";

  /** How far apart two zones can be, which is more than a day. */
  public static final int WIDEST_HOURS = 26;

  private final @Nullable ZoneId id;

  /**
   * @param id null for the zone of each account, which is not known
   */
  private BoundZone(@Nullable ZoneId id) {
    this.id = id;
  }

  /**
   * The zone that {@code text} writes.
   *
   * @throws IllegalArgumentException if it is none
   */
  static BoundZone of(String text) {
    if (text.equals(ACCOUNT)) {
      return new BoundZone(null);
    }
    if (text.matches(Zones.FORM)) {
      return new BoundZone(Zones.of(text));
    }
    try {
      if (text.matches(FORM)) {
        return new BoundZone(ZoneId.of(text));
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(refusal(text), e);
    }
    throw new IllegalArgumentException(refusal(text));
  }

  private static String refusal(String text) {
    return "\""
        + text
        + "\" is no zone; write UTC, an offset such as +02:00, a region such as Europe/Berlin, or"
        + " account where each account has a zone of its own";
  }

  /** The zone; null for that of each account. */
  public @Nullable ZoneId id() {
    return id;
  }

  /** Whether it is that of each account. */
  public boolean isOfAccount() {
    return id == null;
  }

  /** The offset that it always has; null where it has none. */
  public @Nullable ZoneOffset offset() {
    return id instanceof ZoneOffset offset ? offset : null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BoundZone zone && Objects.equals(id, zone.id);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(id);
  }

  @Override
  public String toString() {
    return id == null ? "the account's zone" : id.toString();
  }
}
