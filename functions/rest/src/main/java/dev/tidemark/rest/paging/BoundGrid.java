package dev.tidemark.rest.paging;

import dev.tidemark.rest.definition.BoundForm;
import dev.tidemark.rest.definition.BoundZone;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.json.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The times that a bound can say: it may be coarser than what it stands for, and it is written so
 * that it selects enough however the API reads it. In a region no bound lies in an hour that comes
 * twice; where the zone is each account's own, a lower bound is written in the zone that is behind
 * all others, an upper one in the zone that is ahead of all.
 */
public record BoundGrid(BoundForm form) {
  private static final ZoneOffset BEHIND_ALL = ZoneOffset.ofHours(-12);
  private static final ZoneOffset AHEAD_OF_ALL = ZoneOffset.ofHours(14);

  /** A lower bound as it is sent, never later than {@code at}. */
  public String lower(Instant at) {
    ZoneId zone = moving(BEHIND_ALL);
    return zone == null
        ? Times.format(at, form.format(), offset())
        : Times.format(low(at, zone), form.format());
  }

  /** An upper bound as it is sent, never earlier than {@code at}. */
  public String upper(Instant at) {
    ZoneId zone = moving(AHEAD_OF_ALL);
    return zone == null
        ? Times.format(ceiling(at), form.format(), offset())
        : Times.format(high(at, zone), form.format());
  }

  /** The time that a bound means that was sent; null where it is none. */
  @Nullable Instant read(String text) {
    ZoneId zone = moving(BEHIND_ALL);
    if (zone == null) {
      return Times.instant(text, form.format(), offset());
    }
    Instant local = Times.instant(text, form.format(), ZoneOffset.UTC);
    return local == null ? null : instant(LocalDateTime.ofInstant(local, ZoneOffset.UTC), zone);
  }

  /** The last time on the grid that is not behind {@code at}: what a lower bound is written as. */
  public Instant floor(Instant at) {
    Instant bound = read(lower(at));
    return bound == null ? at : bound;
  }

  /** How far apart they are. */
  Duration unit() {
    return form.format().unit();
  }

  /** The first of them that is not before {@code at}: what an upper bound is written as. */
  Instant ceiling(Instant at) {
    ZoneId zone = moving(AHEAD_OF_ALL);
    if (zone != null) {
      return instant(high(at, zone), zone);
    }
    Instant floor = floor(at);
    return floor.isBefore(at) ? floor.plus(unit()) : floor;
  }

  /**
   * The last of them that is at most {@code span} behind {@code at}; days are those of the zone.
   */
  Instant within(Instant at, Duration span) {
    ZoneId zone = moving(BEHIND_ALL);
    return zone == null || form.format() != TimeFormat.DATE
        ? floor(at.plus(span))
        : instant(low(at, zone).plusDays(span.toDays()), zone);
  }

  private @Nullable ZoneOffset offset() {
    return form.zone() == null ? null : form.zone().offset();
  }

  /** The zone in which bounds are written, where it has no offset for good; else null. */
  private @Nullable ZoneId moving(ZoneOffset unknown) {
    BoundZone zone = form.zone();
    return zone == null || zone.offset() != null
        ? null
        : Objects.requireNonNullElse(zone.id(), unknown);
  }

  private LocalDateTime low(Instant at, ZoneId zone) {
    LocalDateTime local = whole(LocalDateTime.ofInstant(at, zone));
    ZoneOffsetTransition twice = twice(local, zone);
    return twice == null ? local : whole(twice.getDateTimeAfter().minus(unit()));
  }

  private LocalDateTime high(Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    LocalDateTime up = local.equals(whole(local)) ? local : whole(local).plus(unit());
    ZoneOffsetTransition twice = twice(up, zone);
    LocalDateTime single = twice == null ? up : twice.getDateTimeBefore();
    return single.equals(whole(single)) ? there(single, zone) : whole(single).plus(unit());
  }

  /** A time that the clocks show; a day is one whatever its first hour is. */
  private LocalDateTime there(LocalDateTime local, ZoneId zone) {
    return form.format() == TimeFormat.DATE ? local : local.atZone(zone).toLocalDateTime();
  }

  private LocalDateTime whole(LocalDateTime local) {
    return local.truncatedTo(
        form.format() == TimeFormat.DATE ? ChronoUnit.DAYS : ChronoUnit.SECONDS);
  }

  private static @Nullable ZoneOffsetTransition twice(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(local);
    return transition != null && transition.isOverlap() ? transition : null;
  }

  private static Instant instant(LocalDateTime local, ZoneId zone) {
    return ZonedDateTime.of(local, zone).toInstant();
  }
}
