package dev.tidemark.rest.record;

import dev.tidemark.core.lake.LandedLine;
import org.jspecify.annotations.Nullable;

/**
 * A line in columns.
 *
 * @param line as it landed
 * @param name what identifies its record
 * @param version the source's own, a text without its quotes; null where it has none
 * @param parent the parent's id, a text without its quotes; null for a record that has none
 * @param record the record's own bytes
 * @param values those of the columns that the definition declares; see {@link ColumnValues#of}
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, and never compared.
public record LineColumns(
    LandedLine line,
    RecordName name,
    @Nullable String version,
    @Nullable String parent,
    byte[] record,
    @Nullable Object[] values) {
  /**
   * Takes {@code line} apart.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static LineColumns of(byte[] line, LineRecall reading) {
    LandedLine landed = LandedLine.parse(line);
    byte[] record = LandedLine.record(line);
    return new LineColumns(
        landed,
        reading.name(landed),
        text(landed.version()),
        text(landed.parent()),
        record,
        reading.columns().of(record));
  }

  private static @Nullable String text(@Nullable String json) {
    return json == null ? null : JsonValue.text(json);
  }
}
