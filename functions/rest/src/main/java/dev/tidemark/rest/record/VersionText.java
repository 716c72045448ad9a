package dev.tidemark.rest.record;

import dev.tidemark.core.watermark.VersionKind;
import dev.tidemark.core.watermark.VersionRank;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.definition.TimeField;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.definition.VersionField;
import dev.tidemark.rest.json.Times;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads versions of a resource's records as their definition says what they are: a time by the
 * parser of watermarks, and as the watermark where both are one member.
 */
public final class VersionText {
  private final @Nullable VersionField field;
  private final TimeFormat format;
  private final @Nullable ZoneOffset zone;

  /** Reads the versions of {@code resource}. */
  public VersionText(Resource resource) {
    VersionField version = resource.members().version();
    TimeField watermark = resource.members().watermark();
    TimeField same =
        version != null && watermark != null && version.field().equals(watermark.field())
            ? watermark
            : null;
    ZoneOffset own = version == null ? null : version.zone();
    this.field = version;
    this.format = same == null ? TimeFormat.ISO_8601 : same.format();
    this.zone = own == null && same != null ? same.zone() : own;
  }

  /** As what they are compared. */
  public VersionKind kind() {
    if (field == null) {
      return VersionKind.NONE;
    }
    return switch (field.type()) {
      case INTEGER -> VersionKind.INTEGER;
      case INSTANT ->
          switch (format) {
            case EPOCH_SECONDS,
                EPOCH_MILLIS,
                EPOCH_SECONDS_TEXT,
                EPOCH_MILLIS_TEXT,
                EPOCH_MICROS,
                EPOCH_NANOS,
                INTEGER ->
                VersionKind.NUMBER;
            case ISO_8601,
                ISO_8601_SECONDS,
                ISO_8601_MICROS,
                ISO_8601_LOCAL,
                ISO_8601_LOCAL_BLANK,
                DATE ->
                VersionKind.INSTANT;
          };
    };
  }

  /**
   * The rank of a version that a published line gives.
   *
   * @param json as JSON text; null where the record has none
   */
  public long rankOf(@Nullable String json) {
    return json == null ? VersionRank.NONE : rank(JsonValue.text(json));
  }

  /** The rank of a version by its text; {@link VersionRank#NONE} where it cannot be compared. */
  long rank(String text) {
    if (field == null) {
      return VersionRank.NONE;
    }
    return switch (field.type()) {
      case INSTANT -> VersionRank.of(Times.instant(text, format, zone));
      case INTEGER -> VersionRank.of(number(text));
    };
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
