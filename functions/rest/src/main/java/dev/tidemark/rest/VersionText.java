package dev.tidemark.rest;

import dev.tidemark.core.source.VersionRank;
import dev.tidemark.rest.definition.TimeFormat;
import dev.tidemark.rest.definition.VersionField;
import dev.tidemark.rest.json.Times;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads versions as their definition says what they are. */
public final class VersionText {
  private VersionText() {}

  /**
   * The rank of a version that a published line gives.
   *
   * @param field null where the records have no version
   * @param json as JSON text; null where the record has none
   */
  public static long rankOf(@Nullable VersionField field, @Nullable String json) {
    return json == null ? VersionRank.NONE : rank(field, JsonValue.text(json));
  }

  static long rank(@Nullable VersionField field, String text) {
    if (field == null) {
      return VersionRank.NONE;
    }
    return switch (field.type()) {
      case INSTANT -> VersionRank.of(Times.instant(text, TimeFormat.ISO_8601));
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
