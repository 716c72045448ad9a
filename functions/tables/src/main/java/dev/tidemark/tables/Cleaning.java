package dev.tidemark.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.ReachableFileUtil;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * Forgets old snapshots of a table, and deletes the files that none names: those of snapshots that
 * are forgotten, and those that a refresh left behind that died or was refused. Nothing younger
 * than a week goes, so that no reader and no refresh under way misses a file.
 */
public final class Cleaning {
  private static final Duration OLD = Duration.ofDays(7);

  /** Whoever reads the changes of a table, or makes sure of a commit, looks at its ancestors. */
  private static final int KEPT = 100;

  private final Table table;
  private final InstantSource clock;

  /**
   * @param clock tells what is old
   */
  public Cleaning(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /** Cleans up; returns how many files without a snapshot were deleted. */
  public int run() {
    table.refresh();
    Instant old = clock.instant().minus(OLD);
    table.expireSnapshots().expireOlderThan(old.toEpochMilli()).retainLast(KEPT).commit();
    if (!(table.io() instanceof SupportsPrefixOperations files)) {
      return 0;
    }
    table.refresh();
    Set<String> named = named();
    int deleted = 0;
    for (FileInfo file : files.listPrefix(table.location() + "/")) {
      if (file.createdAtMillis() < old.toEpochMilli() && !named.contains(file.location())) {
        files.deleteFile(file.location());
        deleted++;
      }
    }
    return deleted;
  }

  /** Every file that a snapshot of the table, or the table itself, names. */
  private Set<String> named() {
    Set<String> named = new HashSet<>(ReachableFileUtil.metadataFileLocations(table, true));
    named.addAll(ReachableFileUtil.manifestListLocations(table));
    named.addAll(ReachableFileUtil.statisticsFilesLocations(table));
    Set<String> manifests = new HashSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      String ledger = snapshot.summary().get(RunLedger.LEDGER);
      if (ledger != null) {
        named.add(ledger);
      }
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (manifests.add(manifest.path())) {
          add(manifest, named);
        }
      }
    }
    named.addAll(manifests);
    return named;
  }

  private void add(ManifestFile manifest, Set<String> named) {
    switch (manifest.content()) {
      case DATA -> addAll(ManifestFiles.readPaths(manifest, table.io(), table.specs()), named);
      case DELETES -> {
        try (CloseableIterable<DeleteFile> files =
            ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
          files.forEach(file -> named.add(file.location()));
        } catch (IOException e) {
          throw new UncheckedIOException(manifest.path() + " cannot be read", e);
        }
      }
    }
  }

  private static void addAll(CloseableIterable<String> paths, Set<String> named) {
    try (paths) {
      paths.forEach(named::add);
    } catch (IOException e) {
      throw new UncheckedIOException("a manifest cannot be closed", e);
    }
  }
}
