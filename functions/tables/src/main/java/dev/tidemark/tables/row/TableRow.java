package dev.tidemark.tables.row;

import dev.tidemark.core.lake.JsonText;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.core.lake.Precedence;
import dev.tidemark.parquet.Cells;
import dev.tidemark.parquet.ParquetRows;
import dev.tidemark.rest.record.JsonValue;
import dev.tidemark.rest.record.RecordName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of a line beside the record.
 *
 * @param id what identifies the record, as an operator writes it
 * @param form how its identity follows from that and from {@code parent}; see {@link IdentityForm}
 * @param version the source's own, a text without its quotes; null where it has none
 * @param generation by which lines are compared first
 * @param fetchedAt when its page was asked for, in microseconds from 1970 on
 * @param run that published it
 * @param batch in which it lies
 * @param parent the parent's id, a text without its quotes; null for a record that has none
 */
public record TableRow(
    String id,
    String form,
    @Nullable String version,
    int generation,
    long fetchedAt,
    String run,
    long batch,
    @Nullable String parent) {
  /** How long the part of a run's id is that says when it began. */
  private static final int RUN_START = "yyyyMMddTHHmmssZ".length();

  /** The row of {@code line}, whose record {@code name} identifies. */
  public static TableRow of(LandedLine line, RecordName name) {
    String parent = text(line.parent());
    return new TableRow(
        name.shown(),
        IdentityForm.of(name.identity(), name.shown(), parent),
        text(line.version()),
        line.generation(),
        ChronoUnit.MICROS.between(Instant.EPOCH, line.fetchedAt()),
        line.run(),
        line.batch(),
        parent);
  }

  private static @Nullable String text(@Nullable String json) {
    return json == null ? null : JsonValue.text(json);
  }

  /** The row that {@code rows} stands at, which reads {@link TableColumns#ROW} first. */
  static TableRow read(ParquetRows rows) {
    return new TableRow(
        Objects.requireNonNull(rows.text(0), "a row has no id"),
        Objects.requireNonNull(rows.text(1), "a row has no id_form"),
        rows.text(2),
        rows.integer(3),
        rows.number(4),
        Objects.requireNonNull(rows.text(5), "a row has no run"),
        rows.number(6),
        rows.text(7));
  }

  void write(Cells to) {
    to.text(0, id);
    to.text(1, form);
    to.text(2, version);
    to.integer(3, generation);
    to.number(4, fetchedAt);
    to.text(5, run);
    to.number(6, batch);
    to.text(7, parent);
  }

  /** By what the lake knows the record. */
  public String identity() {
    return IdentityForm.identity(id, form, parent);
  }

  /** The version as JSON text, as far as its rank depends on it; null where there is none. */
  public @Nullable String versionText() {
    return version == null ? null : JsonText.quote(version);
  }

  /**
   * By what it is compared with lines of its identity.
   *
   * @param rank of its version
   */
  public Precedence precedence(long rank) {
    return new Precedence(
        generation,
        rank,
        Instant.EPOCH.plus(fetchedAt, ChronoUnit.MICROS),
        run.substring(0, Math.min(run.length(), RUN_START)),
        batch);
  }
}
