package dev.tidemark.tables.local;

import dev.tidemark.core.run.ResourceKey;
import dev.tidemark.files.HomeFolder;
import dev.tidemark.files.SystemDisk;
import dev.tidemark.lake.Lake;
import dev.tidemark.rest.definition.Resource;
import dev.tidemark.rest.record.LineRecall;
import dev.tidemark.tables.LakeTables;
import dev.tidemark.tables.Refreshed;
import dev.tidemark.tables.TableName;
import dev.tidemark.tables.TableRefresh;
import dev.tidemark.tables.TableRefresh.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.apache.iceberg.jdbc.JdbcCatalog;

/**
 * The tables of a home, in its folder {@code tables}: a database for each connection, with a table
 * for each resource and one for its deletes. Only what is published is read, so that a run may go
 * on meanwhile.
 */
public final class LocalTables implements AutoCloseable {
  private final Path folder;
  private final Lake lake;
  private final JdbcCatalog catalog;
  private final InstantSource clock;

  private LocalTables(Path folder, Lake lake, JdbcCatalog catalog, InstantSource clock) {
    this.folder = folder;
    this.lake = lake;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Opens those of {@code home}, making their folder where there is none.
   *
   * @param bucket the name of the folder of the home's objects
   * @param clock tells which snapshots and files are old
   * @throws IOException if it cannot be made; the message names it
   * @throws IllegalStateException if the home was moved since they were made
   */
  public static LocalTables open(Path home, String bucket, InstantSource clock) throws IOException {
    Path folder = Files.createDirectories(home.toAbsolutePath().normalize().resolve("tables"));
    new SystemDisk().holding(folder.resolve(".place.lock"), () -> stayed(folder));
    JdbcCatalog catalog = LocalCatalog.open(folder);
    HomeFolder stores = new HomeFolder(home, bucket, new SystemDisk());
    return new LocalTables(folder, new Lake(stores.objects()), catalog, clock);
  }

  /** Tables name their files by whole paths: a home that was moved has none that can be read. */
  private static Path stayed(Path folder) throws IOException {
    Path place = folder.resolve("place");
    if (!Files.exists(place)) {
      return Files.writeString(place, folder + "\n");
    }
    String made = Files.readString(place).strip();
    if (!made.equals(folder.toString())) {
      throw new IllegalStateException(
          "the tables in "
              + folder
              + " were made in "
              + made
              + " and name their files by that path; delete the folder "
              + folder
              + ", and they are made anew");
    }
    return place;
  }

  /** The folder in which catalog and tables lie. */
  public Path folder() {
    return folder;
  }

  /** The resources of {@code connection} that have published anything. */
  public List<String> resources(String connection) {
    return lake.resources(connection);
  }

  /**
   * Brings the tables of {@code key} up to what is published, and keeps their files few.
   *
   * @param resource as its definition has it
   * @return what became of each table that took a run; empty where all were there already
   * @throws IOException if the disk takes no more, or an object cannot be read
   */
  public List<Refreshed> refresh(ResourceKey key, Resource resource) throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("temporary"));
    Subject subject =
        new Subject(
            key,
            TableName.plain(key.connection()),
            resource.landed().schema(),
            new LineRecall(resource));
    TableRefresh refresh =
        new TableRefresh(new LakeTables(catalog, folder.toString()), lake, subject, temporary);
    List<Refreshed> refreshed = refresh.run();
    refresh.tidy(clock, () -> false);
    return refreshed;
  }

  @Override
  public void close() {
    catalog.close();
  }
}
