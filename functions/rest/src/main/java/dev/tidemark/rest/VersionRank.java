package dev.tidemark.rest;

import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.definition.VersionField;
import dev.tidemark.rest.json.Scalar;
import dev.tidemark.rest.json.Times;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How versions of a resource's records compare: a time by the parser of watermarks, and as the
 * watermark where both are one member.
 */
final class VersionRank {
  private static final int NANOS = 9;

  /** A number of more digits would have to be written out to be compared. */
  private static final int MAX_DIGITS = 1000;

  private final @Nullable VersionField field;
  private final TimeFormat format;
  private final @Nullable ZoneOffset zone;

  VersionRank(Resource resource) {
    VersionField version = resource.version();
    TimeField watermark = resource.watermark();
    TimeField same =
        version != null && watermark != null && version.field().equals(watermark.field())
            ? watermark
            : null;
    ZoneOffset own = version == null ? null : version.zone();
    this.field = version;
    this.format = same == null ? TimeFormat.ISO_8601 : same.format();
    this.zone = own == null && same != null ? same.zone() : own;
  }

  /** Where {@code version} stands among others; null where it cannot be compared. */
  @Nullable BigDecimal of(Scalar version) {
    return version.isValue() ? of(version.text()) : null;
  }

  /** As {@link #of(Scalar)}, by the version's text. */
  @Nullable BigDecimal of(String text) {
    if (field == null) {
      return null;
    }
    return switch (field.type()) {
      case INSTANT -> seconds(Times.instant(text, format, zone));
      case INTEGER -> number(text);
    };
  }

  private static @Nullable BigDecimal seconds(@Nullable Instant at) {
    return at == null
        ? null
        : BigDecimal.valueOf(at.getEpochSecond()).add(BigDecimal.valueOf(at.getNano(), NANOS));
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.precision() - number.scale()) > MAX_DIGITS ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
