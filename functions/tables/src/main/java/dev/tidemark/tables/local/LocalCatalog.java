package dev.tidemark.tables.local;

import dev.tidemark.files.SystemDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.jdbc.JdbcCatalog;

/** A catalog in a SQLite file, which pyiceberg and others open too. */
public final class LocalCatalog {
  /** What the catalog calls itself: whoever opens the file has to say the same name. */
  public static final String NAME = "tidemark";

  private static final String FILE = "catalog.db";
  private static final String LOCK = ".catalog.lock";

  /** Another process holds the file for a moment only. */
  private static final String WAIT = "?busy_timeout=30000";

  private LocalCatalog() {}

  /** The catalog in {@code folder}, which is made where it is not there yet. */
  public static JdbcCatalog open(Path folder) throws IOException {
    Files.createDirectories(folder);
    JdbcCatalog catalog = new JdbcCatalog(_ -> files(), null, true);
    prepare(catalog, folder);
    return catalog;
  }

  /**
   * Opens {@code catalog} on the file in {@code folder}. One process after the other: the library
   * looks whether its tables are there, and makes them then.
   */
  public static void prepare(JdbcCatalog catalog, Path folder) throws IOException {
    new SystemDisk()
        .holding(
            folder.resolve(LOCK),
            () -> {
              catalog.initialize(NAME, properties(folder));
              return catalog;
            });
  }

  /** The files of this machine. */
  public static FileIO files() {
    return new LocalFiles();
  }

  private static Map<String, String> properties(Path folder) {
    return Map.of(
        CatalogProperties.URI,
        "jdbc:sqlite:" + folder.toAbsolutePath().resolve(FILE) + WAIT,
        CatalogProperties.WAREHOUSE_LOCATION,
        folder.toAbsolutePath().toString(),
        CatalogProperties.CLIENT_POOL_SIZE,
        "1",
        JdbcCatalog.PROPERTY_PREFIX + "schema-version",
        "V1");
  }
}
