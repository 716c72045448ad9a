package dev.tidemark.tables;

import dev.tidemark.tables.local.LocalCatalog;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.LocationProvider;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.jspecify.annotations.Nullable;

/** The catalog of a home and its files, with every call counted. */
final class WatchedCatalog extends JdbcCatalog {
  private final Calls calls;

  private WatchedCatalog(Calls calls) {
    super(_ -> new WatchedFiles(LocalCatalog.files(), calls), null, true);
    this.calls = calls;
  }

  static WatchedCatalog open(Path folder, Calls calls) throws IOException {
    WatchedCatalog catalog = new WatchedCatalog(calls);
    LocalCatalog.prepare(catalog, folder);
    return catalog;
  }

  @Override
  protected TableOperations newTableOps(TableIdentifier table) {
    return new WatchedTable(super.newTableOps(table), calls);
  }

  private record WatchedTable(TableOperations to, Calls calls) implements TableOperations {
    @Override
    public TableMetadata current() {
      return to.current();
    }

    @Override
    public TableMetadata refresh() {
      return calls.make("refresh", to::refresh);
    }

    @Override
    public void commit(@Nullable TableMetadata base, TableMetadata metadata) {
      calls.<@Nullable Object>make(
          "commit",
          () -> {
            to.commit(base, metadata);
            return null;
          });
    }

    @Override
    public FileIO io() {
      return to.io();
    }

    @Override
    public String metadataFileLocation(String name) {
      return to.metadataFileLocation(name);
    }

    @Override
    public LocationProvider locationProvider() {
      return LocationProviders.locationsFor(to.current().location(), to.current().properties());
    }
  }

  @SuppressWarnings("serial") // Nobody sends it anywhere.
  private static final class WatchedFiles implements FileIO {
    private final FileIO to;
    private final Calls calls;

    WatchedFiles(FileIO to, Calls calls) {
      this.to = to;
      this.calls = calls;
    }

    @Override
    public InputFile newInputFile(String path) {
      return calls.make("open " + path, () -> to.newInputFile(path));
    }

    @Override
    public OutputFile newOutputFile(String path) {
      return new WatchedOutput(to.newOutputFile(path), calls);
    }

    @Override
    public void deleteFile(String path) {
      calls.<@Nullable Object>make(
          "delete " + path,
          () -> {
            to.deleteFile(path);
            return null;
          });
    }
  }

  private record WatchedOutput(OutputFile to, Calls calls) implements OutputFile {
    @Override
    public PositionOutputStream create() {
      return calls.make("create " + to.location(), to::create);
    }

    @Override
    public PositionOutputStream createOrOverwrite() {
      return calls.make("create " + to.location(), to::createOrOverwrite);
    }

    @Override
    public String location() {
      return to.location();
    }

    @Override
    public InputFile toInputFile() {
      return to.toInputFile();
    }
  }
}
