package dev.tidemark.query;

import dev.tidemark.lake.PublishedRun;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * A database of this process alone, in a folder that is removed with it. Its memory is bounded;
 * what SQL says in it reaches no file, no network and no setting.
 */
final class ScratchDatabase implements AutoCloseable {
  private static final String MEMORY = "512MB";

  private final QueryFolder folder;
  private final DuckDBConnection connection;

  private ScratchDatabase(QueryFolder folder, DuckDBConnection connection) {
    this.folder = folder;
    this.connection = connection;
  }

  /** Makes one in {@code parent}. */
  static ScratchDatabase in(Path parent) {
    QueryFolder folder = QueryFolder.in(parent);
    Properties settings = new Properties();
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("temp_directory", folder.resolve("spilled").toString());
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("enable_external_access", "false");
    try {
      DuckDBConnection connection =
          (DuckDBConnection)
              DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("lake.duckdb"), settings);
      ScratchDatabase database = new ScratchDatabase(folder, connection);
      database.run("SET TimeZone = 'UTC'");
      database.run("SET lock_configuration = true");
      return database;
    } catch (SQLException e) {
      folder.close();
      throw new IllegalStateException("the database does not start: " + e.getMessage(), e);
    }
  }

  /** Carries out a statement of this program's. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A statement of the user's; one that has failed is closed by that, so that each has its own. */
  Statement statement() throws SQLException {
    return connection.createStatement();
  }

  /** Puts {@code table} in the place of what is there under its name, or leaves that as it is. */
  void replace(
      LandedTable table, List<PublishedRun> runs, Path temporary, BooleanSupplier cancelled)
      throws SQLException {
    run("CREATE SCHEMA IF NOT EXISTS " + LandedTable.exact(table.schema()));
    run("BEGIN TRANSACTION");
    boolean filled = false;
    try {
      run(table.definition());
      try (DuckDBAppender rows = connection.createAppender(table.schema(), table.table())) {
        new Filling(rows, cancelled).fill(table, runs, temporary);
      }
      run("COMMIT");
      filled = true;
    } finally {
      if (!filled) {
        run("ROLLBACK");
      }
    }
  }

  @Override
  public void close() {
    try (folder) {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not close: " + e.getMessage(), e);
    }
  }
}
