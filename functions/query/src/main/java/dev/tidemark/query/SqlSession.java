package dev.tidemark.query;

import dev.tidemark.lake.PublishedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries out statements over the tables that they name. A table is filled when a statement names
 * it first, and once more when another run of its resource was published.
 */
final class SqlSession implements AutoCloseable {
  /** Filling more than that is said before. */
  private static final long MANY = 200_000;

  private final ScratchDatabase database;
  private final Tables tables;
  private final Path temporary;
  private final Consumer<String> notes;
  private final Map<LandedTable, List<String>> filled = new HashMap<>();
  private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /**
   * @param temporary an existing folder, for what does not fit in memory
   * @param notes takes sentences for the operator
   */
  SqlSession(Tables tables, Path temporary, Consumer<String> notes) {
    this.tables = tables;
    this.temporary = temporary;
    this.notes = notes;
    this.database = ScratchDatabase.in(temporary);
  }

  /** What may be asked. */
  Tables tables() {
    return tables;
  }

  /**
   * Carries out one statement, whose rows {@code form} takes. Nothing is written in the database
   * but what is temporary.
   *
   * @throws SqlFailedException if it fails
   * @throws CanceledException if it was cancelled
   * @throws IOException if {@code form} does
   */
  void run(String sql, ResultForm form) throws IOException {
    cancelled.set(false);
    try {
      for (LandedTable table : tables.named(sql)) {
        fill(table);
      }
      if (!tables.schema().isEmpty()) {
        database.run("CREATE SCHEMA IF NOT EXISTS " + LandedTable.exact(tables.schema()));
        database.run("USE " + LandedTable.exact(tables.schema()));
      }
      database.run("BEGIN TRANSACTION READ ONLY");
      boolean ran = false;
      try {
        show(sql, form);
        ran = true;
      } finally {
        end(ran);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void fill(LandedTable table) throws SQLException {
    List<String> manifests = table.lake().manifests(table.key());
    if (manifests.equals(filled.get(table))) {
      return;
    }
    List<PublishedRun> runs = table.lake().runs(table.key());
    long lines = runs.stream().mapToLong(PublishedRun::lines).sum();
    if (lines > MANY) {
      notes.accept(String.format(Locale.ROOT, "reading %s: %,d lines", table.name(), lines));
    }
    database.replace(table, runs, temporary, cancelled::get);
    filled.put(table, manifests);
  }

  private void show(String sql, ResultForm form) throws SQLException, IOException {
    try (Statement statement = database.statement()) {
      running.set(statement);
      if (cancelled.get()) {
        throw new CanceledException();
      }
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          form.write(rows);
        }
      }
    } finally {
      running.set(null);
    }
  }

  /** The transaction may be over by itself, or by a word of the user's. */
  private void end(boolean ran) {
    try {
      database.run(ran ? "COMMIT" : "ROLLBACK");
    } catch (SQLException e) {
      if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
        throw failed(e);
      }
    }
  }

  private RuntimeException failed(SQLException e) {
    if (cancelled.get()) {
      return new CanceledException();
    }
    String message = String.valueOf(e.getMessage()).strip();
    if (message.contains("read-only mode")) {
      return new SqlFailedException(
          message + "\nnothing of what is published can be changed by SQL", e);
    }
    boolean missing = message.startsWith("Catalog Error") && message.contains("does not exist");
    return new SqlFailedException(
        missing && !tables.unknown().isEmpty()
            ? message + "\n" + String.join("\n", tables.unknown())
            : message,
        e);
  }

  /** Ends the statement that is being carried out, if there is one; from another thread. */
  void cancel() {
    cancelled.set(true);
    Statement statement = running.get();
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        // It has just ended.
      }
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
