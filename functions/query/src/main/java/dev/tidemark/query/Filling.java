package dev.tidemark.query;

import dev.tidemark.core.lake.Batch.RequestRange;
import dev.tidemark.core.lake.LandedLine;
import dev.tidemark.lake.ExactState;
import dev.tidemark.lake.History;
import dev.tidemark.lake.PublishedRun;
import dev.tidemark.lake.StateRuns;
import dev.tidemark.lake.Version;
import dev.tidemark.rest.definition.DeclaredColumn;
import dev.tidemark.rest.record.JsonValue;
import dev.tidemark.rest.record.LineColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is published of a resource into its table, a line at a time.
 *
 * @param rows takes the lines
 * @param cancelled whether the operator wants no more of it
 */
record Filling(DuckDBAppender rows, BooleanSupplier cancelled) {
  /** What the database throws while a line is put into it. */
  private static final class RowRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowRefusedException(SQLException cause) {
      super(cause);
    }
  }

  /** The lines of {@code table}, which {@code runs} publish. */
  void fill(LandedTable table, List<PublishedRun> runs, Path temporary) throws SQLException {
    try {
      if (table.history()) {
        new History(table.lake(), runs).all(version -> add(table, version));
      } else {
        ExactState.of(table.lake(), StateRuns.of(runs), table.reading(), temporary)
            .records(line -> add(table, LineColumns.of(line, table.reading())));
      }
    } catch (RowRefusedException e) {
      throw (SQLException) e.getCause();
    } catch (IOException e) {
      throw new UncheckedIOException("a line cannot be put into a table", e);
    }
  }

  private void add(LandedTable table, LineColumns columns) {
    LandedLine line = columns.line();
    write(() -> {
      rows.append(columns.name().shown());
      text(columns.version());
      rows.append(line.generation());
      time(line.fetchedAt());
      rows.append(line.run());
      text(columns.parent());
      rows.append(exact(columns.record()));
      List<DeclaredColumn> declared = table.declared();
      for (int column = 0; column < declared.size(); column++) {
        value(columns.values()[column], declared.get(column));
      }
    });
  }

  private void value(@Nullable Object value, DeclaredColumn column) throws SQLException {
    switch (value) {
      case null -> rows.appendNull();
      case Long number -> rows.append(number);
      case BigDecimal number -> rows.append(number.setScale(column.type().scale()));
      case Double number -> rows.append(number);
      case Boolean truth -> rows.append(truth);
      case Instant time -> time(time);
      default -> rows.append(value.toString());
    }
  }

  private void add(LandedTable table, Version version) {
    LandedLine line = version.line();
    RequestRange requests = version.requests();
    write(() -> {
      rows.append(table.reading().shown(line));
      value(line.version());
      rows.append(line.generation());
      time(line.fetchedAt());
      rows.append(line.deleted() ? "delete" : "upsert");
      rows.append(line.run());
      time(version.run().completedAt());
      rows.append(line.batch());
      value(line.parent());
      text(requests == null ? null : requests.first());
      text(requests == null ? null : requests.last());
      rows.append(version.object().key());
      rows.append(version.run().schemaVersion());
      rows.append(line.record());
    });
  }

  @FunctionalInterface
  private interface Row {
    void append() throws SQLException;
  }

  private void write(Row row) {
    if (cancelled.getAsBoolean()) {
      throw new CanceledException();
    }
    try {
      rows.beginRow();
      row.append();
      rows.endRow();
    } catch (SQLException e) {
      throw new RowRefusedException(e);
    }
  }

  private void value(@Nullable String json) throws SQLException {
    text(json == null ? null : JsonValue.text(json));
  }

  private void text(@Nullable String text) throws SQLException {
    if (text == null) {
      rows.appendNull();
    } else {
      rows.append(text);
    }
  }

  /** Microseconds, which is what the database's times have. */
  private void time(Instant time) throws SQLException {
    rows.append(time.atOffset(ZoneOffset.UTC));
  }

  /** No character is put in the place of bytes that are none. */
  private static String exact(byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a published record is not UTF-8, which SQL cannot hold", e);
    }
  }
}
