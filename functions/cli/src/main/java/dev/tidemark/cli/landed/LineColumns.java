package dev.tidemark.cli.landed;

import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.rest.record.JsonValue;
import dev.tidemark.rest.record.LineRecall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in columns.
 *
 * @param id what identifies its record, as an operator writes it
 * @param version the source's own, a text without its quotes; null where it has none
 * @param generation by which lines are compared first
 * @param fetchedAt when its page was asked for
 * @param run that published it
 * @param parent the parent's id, a text without its quotes; null for a record that has none
 * @param record the record's own bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, and never compared.
public record LineColumns(
    String id,
    @Nullable String version,
    int generation,
    Instant fetchedAt,
    String run,
    @Nullable String parent,
    byte[] record) {
  /** The columns of {@code line}, as {@code reading} knows it. */
  public static LineColumns of(byte[] line, LineRecall reading) {
    LandedLine landed = LandedLine.parse(line);
    return new LineColumns(
        reading.shown(landed),
        text(landed.version()),
        landed.generation(),
        landed.fetchedAt(),
        landed.run(),
        text(landed.parent()),
        LandedLine.record(line));
  }

  private static @Nullable String text(@Nullable String json) {
    return json == null ? null : JsonValue.text(json);
  }
}
